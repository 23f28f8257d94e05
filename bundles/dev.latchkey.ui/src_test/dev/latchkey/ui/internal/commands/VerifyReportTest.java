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
		return new Line(name, Optional.of("The certificate has expired."));
	}

	@Test
	void oneIsToldInOneSentence() {
		VerifyReport proven = new VerifyReport(List.of(new Line("Contoso", Optional.empty())), 1);
		assertEquals(NLS.bind(Messages.VerifyReport_proven, "Contoso"), proven.text());
		assertEquals(Notice.Level.INFO, proven.level());
		VerifyReport failed = new VerifyReport(List.of(failed("Contoso")), 1);
		assertEquals(NLS.bind(Messages.VerifyReport_notProven, "Contoso", "The certificate has expired."), failed.text());
		assertEquals(Notice.Level.RETRY, failed.level());
	}

	@Test
	void ofManyThoseThatFailedAreNamedWithTheirReasons() {
		VerifyReport report = new VerifyReport(List.of(new Line("Contoso", Optional.empty()), failed("Fabrikam")), 2);
		List<String> lines = report.text().lines().toList();
		assertEquals(NLS.bind(Messages.VerifyReport_many, 1, 2), lines.get(0));
		assertTrue(lines.get(1).startsWith("Fabrikam"));
		assertEquals(2, lines.size());
	}

	@Test
	void aLongListOfFailuresIsCutAndCounted() {
		VerifyReport report = new VerifyReport(IntStream.range(0, 40).mapToObj(i -> failed("Organization " + i)).toList(), 40);
		assertEquals(8, report.text().lines().count());
		assertTrue(report.text().endsWith(NLS.bind(Messages.VerifyReport_more, 34)));
	}

	@Test
	void whatWasCancelledIsNoSuccess() {
		VerifyReport report = new VerifyReport(List.of(new Line("Contoso", Optional.empty())), 3);
		assertEquals(NLS.bind(Messages.VerifyReport_stopped, new Object[] { 1, 3, 1 }), report.text());
		assertFalse(report.level() == Notice.Level.INFO);
	}
}
