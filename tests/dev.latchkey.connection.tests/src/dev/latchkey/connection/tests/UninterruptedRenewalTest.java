package dev.latchkey.connection.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Proof;

/** A consumer that calls continuously, while the certificate is renewed under it. */
class UninterruptedRenewalTest extends ConnectedTest {

	private static final int THREADS = 8;
	private static final int RENEWALS = 3;

	private final CertificateRenewer renewer = Services.get(CertificateRenewer.class);

	@Test
	void noCallFailsWhileTheCertificateIsRenewed() throws Exception {
		connect("{\"pageSize\":2}");
		try (BusyConsumer consumer = new BusyConsumer(connections, contoso.id(), THREADS)) {
			for (int renewal = 1; renewal <= RENEWALS; renewal++) {
				consumer.awaitCalls(THREADS);
				renew("Next " + renewal);
			}
			consumer.awaitCalls(THREADS);
			tenant.revokeTokens();
			consumer.awaitCalls(THREADS);
			assertEquals(List.of(), consumer.failures());
			assertTrue(consumer.calls() >= THREADS * (RENEWALS + 2), consumer::toString);
		}
		assertEquals(RENEWALS, connections.find(contoso.id()).orElseThrow().retired().size());
	}

	private void renew(String name) {
		Renewal renewal = new Renewal(contoso.id(), (connection, cancellation) -> made(name), Optional.empty());
		Result result = renewer.renew(List.of(renewal), 1, soFar -> {
		}, null).get(0);
		assertTrue(result.done(), result::toString);
	}

	/** Some of Microsoft's servers learn of a certificate later than the one that it was proven with. */
	@Test
	void noCallFailsBeforeTheNextCertificateHasSpread() throws Exception {
		connect("{\"pageSize\":2}");
		try (BusyConsumer consumer = new BusyConsumer(connections, contoso.id(), THREADS)) {
			consumer.awaitCalls(THREADS);
			switchTo(made("Not seen yet"));
			tenant.revokeTokens();
			consumer.awaitCalls(THREADS);
			assertEquals(List.of(), consumer.failures());
		}
	}

	private void switchTo(CertificateEntry next) throws Exception {
		connections.update(contoso.id(),
				connection -> connection.renewed(next.reference(), ends(next), "00", Instant.now(), Proof.NONE));
	}
}
