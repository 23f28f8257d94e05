package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Wait;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The proof with the certificate and nothing else, and its refusals. */
class ProofTest extends TenantTest {

	private static final RequestMatcher ASSERTIONS = RequestMatcher.at(Origin.AUTHORITY)
			.withBody("client_assertion=");

	private Failure signInFailure(ClientCertificate with) throws Exception {
		RegistrationRequest request = request(tenant.scenario().applicationId(), with, Service.SHAREPOINT);
		Verification verification = verify(request, Optional.empty());
		assertFalse(verification.proven());
		assertEquals(State.FAILED, verification.checks().get(0).state());
		assertTrue(verification.checks().stream().skip(1).allMatch(check -> check.state() == State.SKIPPED));
		return verification.checks().get(0).failure().orElseThrow();
	}

	@Test
	void aCertificateThatIsNotRegisteredIsSaid() throws Exception {
		Failure failure = signInFailure(certificate);
		assertEquals(Reason.CERTIFICATE_NOT_REGISTERED, failure.reason());
		assertEquals("AADSTS700027", failure.code());
		assertFalse(failure.correlationId().isEmpty());
	}

	@Test
	void aKeyOfAnotherCertificateIsSaid() throws Exception {
		assertEquals(Reason.CERTIFICATE_KEY_MISMATCH,
				signInFailure(Certificates.withOtherKey(certificate)).reason());
	}

	@Test
	void aKeyThatCanNotSignIsSaid() throws Exception {
		assertEquals(Reason.KEY_UNUSABLE, signInFailure(Certificates.withoutKey(certificate)).reason());
	}

	@Test
	void anExpiredCertificateIsSaid() throws Exception {
		ClientCertificate expired = Certificates.expired();
		tenant.directory().addCertificate(tenant.scenario().applicationId(), expired.certificate(), "Expired");
		assertEquals(Reason.CERTIFICATE_EXPIRED, signInFailure(expired).reason());
	}

	@ParameterizedTest
	@ValueSource(ints = { 120, -120 })
	void aWrongClockIsSaidWithHowMuchItIsWrong(int minutes) throws Exception {
		ClientCertificate older = Certificates.longLived();
		tenant.directory().addCertificate(tenant.scenario().applicationId(), older.certificate(), "Ours");
		tenant.clockOffset(Duration.ofMinutes(minutes));
		Failure failure = signInFailure(older);
		assertEquals(Reason.CLOCK_SKEW, failure.reason());
		assertEquals(120, Integer.parseInt(failure.arguments().get(0)), 1);
	}

	@Test
	void whetherACertificateHasEndedIsToldByMicrosoftsTimeNotByOurs() throws Exception {
		tenant.directory().addCertificate(tenant.scenario().applicationId(), certificate.certificate(), "Ours");
		tenant.clockOffset(Duration.ofDays(400));
		assertEquals(Reason.CERTIFICATE_EXPIRED, signInFailure(certificate).reason());
	}

	@ParameterizedTest
	@CsvSource({ "53003, APPLICATION_BLOCKED", "90033, SERVICE_FAULT", "7000229, SERVICE_PRINCIPAL_MISSING",
			"500011, RESOURCE_MISSING", "65001, PERMISSIONS_MISSING", "90038, WRONG_CLOUD",
			"90002, TENANT_NOT_FOUND", "50032, CERTIFICATE_WEAK", "123456789, UNKNOWN" })
	void refusalsAreKnownByNumber(int aadsts, Reason reason) throws Exception {
		tenant.faults().add(Fault.on(ASSERTIONS).answer(reason == Reason.SERVICE_FAULT ? 503 : 400,
				java.util.Map.of("Retry-After", "0"), "{\"error\":\"invalid_client\",\"error_codes\":[" + aadsts
						+ "],\"correlation_id\":\"0ddba11c-0000-4000-8000-000000000000\"}"));
		Failure failure = signInFailure(certificate);
		assertEquals(reason, failure.reason());
		assertEquals("AADSTS" + aadsts, failure.code());
		assertEquals("0ddba11c-0000-4000-8000-000000000000", failure.correlationId());
		assertFalse(failure.sentence().matches(".*(\\{\\d}|: \\.|  ).*"), failure.sentence());
	}

	@Test
	void withoutConsentAllPermissionsAreNamed() throws Exception {
		tenant.faults().add(Fault.on(ASSERTIONS).aadsts(65001));
		assertTrue(signInFailure(certificate).sentence().contains("Microsoft Graph: Directory.Read.All"));
	}

	@Test
	void aWebPageInsteadOfATokenIsSaid() throws Exception {
		tenant.faults().add(Fault.on(ASSERTIONS).html(200));
		assertEquals(Reason.NOT_JSON, signInFailure(certificate).reason());
	}

	@Test
	void propagationIsAwaitedVisibly() throws Exception {
		tenant.replicationDelay(Duration.ZERO, Duration.ofSeconds(4));
		RegistrationRequest request = request();
		RegistrationResult applied = register(request, signIn(ADMIN));
		assertTrue(applied.complete());
		List<Check> seen = new ArrayList<>();
		Verification verification = service.verify(request, Optional.of(applied),
				progress -> progress.checks().stream().filter(check -> check.state() == State.PROPAGATING)
						.forEach(seen::add),
				null);
		assertTrue(verification.proven(), verification::toString);
		assertFalse(seen.isEmpty(), "Nobody was told what is waited for");
		assertTrue(seen.stream().allMatch(check -> check.failure().isPresent()));
		List<Wait> waits = seen.stream().flatMap(check -> check.waiting().stream()).toList();
		assertFalse(waits.isEmpty(), "Nobody was told until when");
		assertTrue(verification.checks().stream().allMatch(check -> check.waiting().isEmpty()));
	}

	@Test
	void propagationHasALimitAndCanBeCancelled() throws Exception {
		setting(CloudCatalog.PROPAGATION_SECONDS, "3");
		RegistrationRequest request = request(Service.SHAREPOINT);
		tenant.replicationDelay(Duration.ZERO, Duration.ofHours(1));
		Optional<RegistrationResult> applied = Optional.of(register(request, signIn(ADMIN)));
		List<State> states = new ArrayList<>();
		Verification verification = service.verify(request, applied,
				progress -> states.add(progress.checks().get(0).state()), null);
		assertEquals(State.FAILED, verification.checks().get(0).state());
		assertTrue(states.contains(State.PROPAGATING), states::toString);
		setting(CloudCatalog.PROPAGATION_SECONDS, "60");
		Cancelling.afterMillis(1500, monitor -> service.verify(request, applied, progress -> {
		}, monitor));
	}

	@Test
	void whatCouldNotBeDoneIsNotWaitedFor() throws Exception {
		RegistrationRequest request = request(Service.SHAREPOINT);
		RegistrationResult partial = register(request, signIn("apps@contoso.example"));
		assertFalse(partial.complete());
		assertTrue(partial.isThere("certificate"), partial::toString);
		List<State> states = new ArrayList<>();
		Verification verification = service.verify(request, Optional.of(partial),
				progress -> progress.checks().forEach(check -> states.add(check.state())), null);
		assertFalse(verification.proven());
		assertFalse(states.contains(State.PROPAGATING), states::toString);
		assertEquals(Reason.PERMISSIONS_MISSING, verification.checks().get(1).failure().orElseThrow().reason());
	}

	@Test
	void tokensAreNeverLogged() throws Exception {
		RegistrationRequest request = request(Service.SHAREPOINT);
		String shown = request + " " + signIn(ADMIN) + " " + verify(request, Optional.empty());
		assertFalse(shown.contains("eyJ"), shown);
	}
}
