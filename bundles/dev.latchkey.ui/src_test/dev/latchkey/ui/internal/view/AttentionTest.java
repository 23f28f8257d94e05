package dev.latchkey.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.ui.internal.CommandIds;

/** How connections that need attention are told, in a picture, in words and with what helps. */
class AttentionTest {

	private static final Connection CONTOSO = Samples.connection("Contoso", "global", Duration.ofDays(3));

	private static Optional<Attention> of(Standing standing, String... missing) {
		return Attention.of(CONTOSO, Samples.health(standing, Duration.ofDays(3), missing), Samples.NOW);
	}

	@Test
	void eachStandingHasItsOwnPictureAndItsOwnWords() {
		int standings = Standing.values().length;
		assertEquals(standings, Arrays.stream(Standing.values()).map(StandingText::mark).distinct().count());
		assertEquals(standings, Arrays.stream(Standing.values())
				.map(standing -> StandingText.of(Samples.health(standing, Duration.ofDays(3)))).distinct().count());
	}

	@Test
	void theDaysThatAreLeftAreTold() {
		assertEquals(NLS.bind(Messages.StandingText_days, 12),
				StandingText.of(Samples.health(Standing.EXPIRES_SOON, Duration.ofHours(12 * 24 + 5))));
		assertEquals(Messages.StandingText_tomorrow,
				StandingText.of(Samples.health(Standing.EXPIRES_SOON, Duration.ofHours(30))));
		assertEquals(Messages.StandingText_today, StandingText.of(Samples.health(Standing.EXPIRES_SOON, Duration.ofHours(5))));
	}

	@Test
	void whatIsWellNeedsNoAttentionAndAllElseLeadsToWhatHelps() {
		assertEquals(Optional.empty(), of(Standing.CONNECTED));
		assertEquals(List.of(CommandIds.RENEW, CommandIds.VERIFY, CommandIds.GRANT, CommandIds.VERIFY, CommandIds.RENEW),
				Arrays.stream(Standing.values()).flatMap(standing -> of(standing).stream()).map(Attention::command)
						.collect(Collectors.toList()));
	}

	@Test
	void whatSomebodyChangedIsToldTheWorstFirst() {
		Drift gone = drift(Drift.Kind.PERMISSION_GONE, "Mail.Read");
		Drift added = drift(Drift.Kind.CERTIFICATE_ADDED, "CN=Other");
		Attention one = connected(changed(gone, drift(Drift.Kind.PERMISSION_EXTRA, "User.Read"))).orElseThrow();
		assertTrue(one.text().endsWith(gone.sentence()), one.text());
		assertEquals(IWorkbenchCommandConstants.FILE_PROPERTIES, one.command());
		assertEquals(NLS.bind(Messages.Attention_changedMany, new Object[] { "Contoso", gone.sentence(), 1 }),
				connected(changed(gone, added)).orElseThrow().text());
		assertEquals(Optional.empty(), connected(changed(drift(Drift.Kind.PERMISSION_EXTRA, "User.Read"))));
	}

	private static Drift drift(Drift.Kind kind, String what) {
		return new Drift(kind, what, List.of("Application Administrator"), Optional.empty());
	}

	private static Connection changed(Drift... drifts) {
		return CONTOSO.with(Proof.NONE.with(List.of(drifts)));
	}

	private static Optional<Attention> connected(Connection connection) {
		return Attention.of(connection, Samples.health(Standing.CONNECTED, Duration.ofDays(300)), Samples.NOW);
	}

	@Test
	void oldCertificatesCanBeRemovedAfterTheirTimeOfGrace() {
		Connection recent = renewed(CONTOSO, 6);
		Connection old = renewed(CONTOSO, 8);
		Connection other = renewed(Samples.connection("Fabrikam", "global", Duration.ofDays(3)), 30);
		assertEquals(Optional.empty(), connected(recent));
		assertEquals(NLS.bind(Messages.Attention_removable, "Contoso"), connected(old).orElseThrow().text());
		assertEquals(connected(old), Attention.removable(List.of(old), Samples.NOW));
		Attention both = Attention.removable(List.of(recent, other, old), Samples.NOW).orElseThrow();
		assertEquals(NLS.bind(Messages.Attention_removableMany, "", 2), both.text());
		assertEquals(CommandIds.RETIRE, both.command());
		assertEquals(List.of(other.id(), old.id()), both.whom());
	}

	private static Connection renewed(Connection connection, int daysAgo) {
		return connection.renewed(connection.certificate(), connection.certificateEnds(), "AB".repeat(20),
				Samples.NOW.minus(Duration.ofDays(daysAgo)), Proof.NONE);
	}

	@Test
	void missingPermissionsAreNamedButNotAllOfMany() {
		String few = of(Standing.NEEDS_PERMISSION, "Microsoft Graph: Mail.Read").orElseThrow().text();
		assertTrue(few.contains("Microsoft Graph: Mail.Read"), few);
		String many = of(Standing.NEEDS_PERMISSION, "A", "B", "C", "D", "E1", "F1").orElseThrow().text();
		assertTrue(many.contains("D") && !many.contains("E1") && many.contains("2"), many);
	}

	@Test
	void theReasonOfTheLastLookIsToldWithItsNextStep() {
		Failure failure = Failure.of(Reason.NETWORK_UNREACHABLE, "graph.microsoft.com");
		Health health = new Health(Standing.UNREACHABLE, Duration.ofDays(90), List.of(), Optional.of(failure));
		String text = Attention.of(CONTOSO, health, Samples.NOW).orElseThrow().text();
		assertTrue(text.endsWith(failure.sentence()), text);
		assertFalse(of(Standing.UNREACHABLE).orElseThrow().text().endsWith(failure.sentence()));
	}
}
