package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** What was replaced goes when somebody wants it to, and nothing else does. */
class RetirementTest extends RenewingTest {

	private CertificateEntry old;
	private Connection renewed;
	private String without;

	@BeforeEach
	void renewOne() throws Exception {
		tenant.directory().grant(application(), "Microsoft Graph", "Directory.Read.All");
		CertificateEntry next = certificate(YEAR);
		String keyId = tenant.directory().addCertificate(application(), next.certificate(), "Next");
		without = tenant.directory().state();
		old = registered(application(), Duration.ofDays(30));
		Connection connection = connected(application(), old, Optional.empty());
		assertTrue(renew(connection, (any, cancellation) -> next, Optional.empty()).done(), keyId);
		renewed = now(connection);
	}

	private Connection remove(Optional<AdminSession> administrator) throws ConnectionException {
		return renewer.remove(renewed.id(), renewed.retired(), administrator, null);
	}

	@Test
	void theApplicationItselfRemovesIt() throws Exception {
		assertEquals(List.of(), remove(Optional.empty()).retired());
		assertEquals(without, tenant.directory().state());
		assertEquals(renewed.certificate(), now(renewed).certificate());
	}

	@Test
	void anAdministratorRemovesItAlthoughItIsStillValid() throws Exception {
		assertEquals(List.of(), remove(Optional.of(signIn(ADMIN))).retired());
		assertEquals(without, tenant.directory().state());
	}

	@Test
	void whatAnotherConnectionUsesStays() throws Exception {
		connected(application(), old, Optional.empty());
		String before = tenant.directory().state();
		ConnectionException refused = assertThrows(ConnectionException.class, () -> remove(Optional.empty()));
		assertEquals(Reason.STILL_USED, refused.failure().orElseThrow().reason());
		assertEquals(before, tenant.directory().state());
		assertEquals(renewed, now(renewed));
	}

	@Test
	void whatIsRefusedIsKeptInMind() throws Exception {
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH).withPath("/removeKey")).graphError(403,
				"Authorization_RequestDenied", "No."));
		ConnectionException refused = assertThrows(ConnectionException.class, () -> remove(Optional.empty()));
		assertEquals(Reason.ROLLOVER_IMPOSSIBLE, refused.failure().orElseThrow().reason());
		assertEquals(renewed, now(renewed));
	}
}
