package dev.latchkey.connection.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.tenant.Origin;

/** A consumer that calls continuously, while the certificate is renewed under it. */
class UninterruptedRenewalTest extends ConnectedTest {

	private static final int THREADS = 8;
	private static final int RENEWALS = 2;
	private static final Pattern THUMBPRINT = Pattern.compile("\"x5t#S256\":\\s*\"([^\"]+)\"");

	private final CertificateRenewer renewer = Services.get(CertificateRenewer.class);
	private int demands;

	@Test
	void noCallFailsAtAnyStepOfARenewal() throws Exception {
		connect("{\"pageSize\":2}");
		tenant.directory().grant(contoso.applicationId(), "Microsoft Graph", "Directory.Read.All");
		List<String> certificates = new ArrayList<>(List.of(contoso.certificate().sha256()));
		try (BusyConsumer consumer = new BusyConsumer(contoso.id(), THREADS)) {
			for (int renewal = 1; renewal <= RENEWALS; renewal++) {
				renew("Next " + renewal, consumer);
				certificates.add(now().certificate().sha256());
			}
			assertEquals(RENEWALS, now().retired().size());
			renewer.remove(contoso.id(), now().retired(), Optional.empty(), null);
			signInAnew(consumer);
			assertEquals(List.of(), consumer.failures());
		}
		assertEquals(certificates, signedInWith(), "each took over from the one before");
	}

	private Connection now() throws Exception {
		return connections.find(contoso.id()).orElseThrow();
	}

	/** Goes on from each step when the consumer has signed in and called meanwhile. */
	private void renew(String name, BusyConsumer consumer) {
		Renewal renewal = new Renewal(contoso.id(), (connection, cancellation) -> made(name), Optional.empty());
		Set<Step> seen = EnumSet.noneOf(Step.class);
		Result result = renewer.renew(List.of(renewal), 1, soFar -> {
			if (seen.add(soFar.step())) {
				signInAnew(consumer);
			}
		}, null).get(0);
		assertTrue(result.done(), result::toString);
		assertEquals(EnumSet.range(Step.PREPARING, Step.DONE), seen);
	}

	/** No token that there is will do, until every thread has called with a new one. */
	private void signInAnew(BusyConsumer consumer) {
		demands++;
		tenant.demandClaims(Optional.of("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c" + demands + "\"}}}"));
		try {
			consumer.awaitCalls();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		} finally {
			tenant.demandClaims(Optional.empty());
		}
	}

	/** The certificates of the consumer's sign-ins, which alone bring claims, in their order. */
	private List<String> signedInWith() {
		List<String> used = new ArrayList<>();
		int signIns = 0;
		for (String body : tenant.exchanges().stream().filter(said -> said.origin() == Origin.AUTHORITY)
				.map(said -> URLDecoder.decode(said.requestBody(), StandardCharsets.UTF_8)).toList()) {
			if (body.contains("acrs")) {
				signIns++;
				String certificate = certificate(body);
				if (used.isEmpty() || !used.get(used.size() - 1).equals(certificate)) {
					used.add(certificate);
				}
			}
		}
		assertTrue(signIns >= demands, "at every step");
		return used;
	}

	private static String certificate(String body) {
		String assertion = body.replaceFirst("(?s).*client_assertion=", "");
		String header = new String(Base64.getUrlDecoder().decode(assertion.substring(0, assertion.indexOf('.'))),
				StandardCharsets.UTF_8);
		Matcher thumbprint = THUMBPRINT.matcher(header);
		assertTrue(thumbprint.find(), header);
		return HexFormat.of().withUpperCase().formatHex(Base64.getUrlDecoder().decode(thumbprint.group(1)));
	}

	/** Some of Microsoft's servers learn of a certificate later than the one that it was proven with. */
	@Test
	void noCallFailsBeforeTheNextCertificateHasSpread() throws Exception {
		connect("{\"pageSize\":2}");
		try (BusyConsumer consumer = new BusyConsumer(contoso.id(), THREADS)) {
			consumer.awaitCalls();
			switchTo(made("Not seen yet"));
			tenant.revokeTokens();
			consumer.awaitCalls();
			assertEquals(List.of(), consumer.failures());
		}
	}

	private void switchTo(CertificateEntry next) throws Exception {
		connections.update(contoso.id(),
				connection -> connection.renewed(next.reference(), ends(next), "00", Instant.now(), Proof.NONE));
	}
}
