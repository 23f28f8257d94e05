package dev.latchkey.ui.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.ui.internal.commands.VerifyReport.Line;
import dev.latchkey.ui.internal.forms.Notice;

/** What is told after verifying. */
class VerifyReportTest {

	private static Line failed(String name) {
		return new Line(name, Optional.of("The certificate has expired."), List.of());
	}

	private static Line proven(String name, String... changes) {
		return new Line(name, Optional.empty(), List.of(changes));
	}

	@Test
	void oneIsToldInOneSentence() {
		VerifyReport proven = new VerifyReport(List.of(proven("Contoso")), 1);
		assertEquals(NLS.bind(Messages.VerifyReport_proven, "Contoso"), proven.text());
		assertEquals(Notice.Level.INFO, proven.level());
		VerifyReport failed = new VerifyReport(List.of(failed("Contoso")), 1);
		assertEquals(NLS.bind(Messages.VerifyReport_notProven, "Contoso", "The certificate has expired."), failed.text());
		assertEquals(Notice.Level.RETRY, failed.level());
	}

	@Test
	void ofManyThoseThatFailedAreNamedWithTheirReasons() {
		VerifyReport report = new VerifyReport(List.of(proven("Contoso"), failed("Fabrikam")), 2);
		List<String> lines = report.text().lines().toList();
		assertEquals(NLS.bind(Messages.VerifyReport_many, 1, 2), lines.get(0));
		assertTrue(lines.get(1).startsWith("Fabrikam"));
		assertEquals(2, lines.size());
	}

	@Test
	void whatSomebodyChangedIsToldOfWhatWorksAndOfWhatDoesNot() {
		VerifyReport alone = new VerifyReport(List.of(proven("Contoso", "A was added.", "B was granted.")), 1);
		assertEquals(List.of(NLS.bind(Messages.VerifyReport_provenChanged, "Contoso"), "A was added.", "B was granted."),
				alone.text().lines().toList());
		assertEquals(Notice.Level.WARNING, alone.level());
		Line refuted = new Line("Fabrikam", Optional.of("It was refused."), List.of("C is gone."));
		assertEquals(List.of(NLS.bind(Messages.VerifyReport_notProven, "Fabrikam", "It was refused."), "C is gone."),
				new VerifyReport(List.of(refuted), 1).text().lines().toList());
		VerifyReport several = new VerifyReport(List.of(proven("Litware"), proven("Contoso", "A was added."), refuted), 3);
		assertEquals(List.of(NLS.bind(Messages.VerifyReport_many, 2, 3), "Contoso: A was added.",
				NLS.bind(Messages.VerifyReport_notProven, "Fabrikam", "It was refused."), "Fabrikam: C is gone."),
				several.text().lines().toList());
		assertEquals(Notice.Level.RETRY, several.level());
	}

	@Test
	void aLongListOfFailuresIsCutAndCounted() {
		VerifyReport report = new VerifyReport(IntStream.range(0, 40).mapToObj(i -> failed("Organization " + i)).toList(), 40);
		assertEquals(8, report.text().lines().count());
		assertTrue(report.text().endsWith(NLS.bind(Messages.VerifyReport_more, 34)));
	}

	@Test
	void whatWasCancelledIsNoSuccess() {
		VerifyReport report = new VerifyReport(List.of(proven("Contoso")), 3);
		assertEquals(NLS.bind(Messages.VerifyReport_stopped, new Object[] { 1, 3, 1 }), report.text());
		assertFalse(report.level() == Notice.Level.INFO);
	}
}
