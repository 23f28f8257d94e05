package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.registration.Reason;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** What is made for a renewal that fails is taken up by the next one, or does not stay; what was replaced does not come back. */
class TakingUpTest extends RenewingTest {

	private static final RequestMatcher ADDING = RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/addKey");
	private static final RequestMatcher TOKEN = RequestMatcher.at(Origin.AUTHORITY).withPath("/token");

	private NextCertificate fresh;

	/** The journal is that of all tests, and knows nothing of this one's application. */
	@BeforeEach
	void change() throws IOException {
		startWith("{\"tenants\":{\"contoso\":{\"applications\":{\"console\":{\"appId\":\"" + UUID.randomUUID()
				+ "\",\"granted\":{\"Microsoft Graph\":[\"Directory.Read.All\"]}}}}}}");
		fresh = Services.get(NextCertificates.class)
				.selfSigned(new SelfSigned(OptionalInt.of(2048), OptionalInt.of(24), Optional.of(store.id())));
	}

	private Set<CertificateReference> kept() {
		return store.list(Cancellation.NEVER).stream().map(CertificateEntry::reference).collect(Collectors.toSet());
	}

	private void leavesNothing(Connection connection, Reason reason) throws Exception {
		Set<CertificateReference> before = kept();
		Result refused = renew(connection, fresh, Optional.empty());
		assertEquals(reason, refused.failure().orElseThrow().failure().orElseThrow().reason());
		assertEquals(Optional.empty(), refused.next());
		assertEquals(before, kept());
		assertEquals(connection, now(connection));
	}

	@Test
	void whereNobodySignsInNoKeyStays() throws Exception {
		Connection connection = connected();
		tenant.faults().add(Fault.on(TOKEN).aadsts(7000112));
		leavesNothing(connection, Reason.APPLICATION_DISABLED);
	}

	@Test
	void whereItIsRefusedNoKeyStays() throws Exception {
		Connection connection = connected();
		tenant.faults().add(Fault.on(ADDING).graphError(401, "Authentication_MissingOrMalformed", "Access Token missing."));
		leavesNothing(connection, Reason.ROLLOVER_IMPOSSIBLE);
		tenant.faults().clear();
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(30)));
		leavesNothing(connection, Reason.CERTIFICATE_AGAINST_POLICY);
	}

	@Test
	void whoCancelsBeforeItIsRegisteredKeepsNoKey() throws Exception {
		Connection connection = connected();
		Set<CertificateReference> before = kept();
		NullProgressMonitor monitor = new NullProgressMonitor();
		tenant.faults().add(Fault.on(TOKEN).before(() -> monitor.setCanceled(true)));
		assertEquals(Optional.empty(), renewer.renew(List.of(renewal(connection)), 1, told::add, monitor).get(0).next());
		assertEquals(before, kept());
	}

	private Renewal renewal(Connection connection) {
		return new Renewal(connection.id(), fresh, Optional.empty());
	}

	@Test
	void whatMayBeRegisteredStaysAndIsTakenUp() throws Exception {
		Connection connection = connected();
		tenant.faults().add(Fault.on(ADDING).once().loseAnswer());
		Result lost = renew(connection, fresh, Optional.empty());
		assertTrue(kept().contains(lost.next().orElseThrow()));
		Result again = renew(connection, fresh, Optional.empty());
		assertTrue(again.done(), again::toString);
		assertEquals(lost.next(), again.next());
	}

	@Test
	void aTokenThatWasPulledOutDoesNotStopAnAdministrator() throws Exception {
		KeyMaterial lost = Certificates.material(Duration.ofDays(-1), Duration.ofDays(30));
		tenant.directory().addCertificate(application(), lost.certificate(), "Present");
		try (AutoCloseable slot = Services.register(new EmptySlot())) {
			CertificateEntry present = new CertificateEntry(CertificateReference.of(EmptySlot.ID, lost.certificate()),
					lost.certificate(), List.of(), "", EmptySlot.ID, () -> new SigningKey(lost.key()));
			Connection connection = connected(application(), present, Optional.of(tenant.scenario().applicationObjectId()));
			Result renewed = renew(connection, fresh, Optional.of(signIn(ADMIN)));
			assertTrue(renewed.done(), renewed::toString);
		}
	}

	@Test
	void whatSomebodyChoseStaysWhereItIs() throws Exception {
		Connection connection = connected();
		CertificateEntry chosen = certificate(YEAR);
		tenant.faults().add(Fault.on(TOKEN).aadsts(7000112));
		Result refused = renew(connection, Services.get(NextCertificates.class).existing(chosen.reference()), Optional.empty());
		assertEquals(Optional.of(chosen.reference()), refused.next());
		assertTrue(kept().contains(chosen.reference()));
	}

	/** Its key may have been stolen: that it would last longer is no reason to register it again. */
	@Test
	void whatWasReplacedAndRemovedDoesNotComeBack() throws Exception {
		Connection connection = connected();
		CertificateEntry stolen = certificate(YEAR.multipliedBy(3));
		assertTrue(renew(connection, (any, cancellation) -> stolen, Optional.empty()).done());
		assertTrue(renew(connection).done());
		renewer.remove(connection.id(), now(connection).retired(), Optional.empty(), null);
		Result renewed = renew(connection, fresh, Optional.empty());
		assertTrue(renewed.done(), renewed::toString);
		assertNotEquals(stolen.reference(), now(connection).certificate());
	}
}
