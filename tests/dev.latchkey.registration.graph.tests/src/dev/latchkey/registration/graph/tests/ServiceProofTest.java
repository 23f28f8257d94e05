package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** What each service refuses, and why, once the application can sign in. */
class ServiceProofTest extends TenantTest {

	private static final String[] MAILBOXES = { "Microsoft Graph/Directory.Read.All", "Microsoft Graph/User.Read.All",
			"Microsoft Graph/MailboxFolder.ReadWrite.All", "Microsoft Graph/MailboxItem.Read.All" };

	/** With everything granted that the profile asks for. */
	private RegistrationRequest granted(Optional<String> account, PermissionProfile profile) throws Exception {
		String application = tenant.scenario().applicationId();
		RegistrationRequest request = new RegistrationRequest(contoso(), account, EnumSet.allOf(Service.class), application,
				certificate, profile);
		tenant.directory().addCertificate(application, certificate.certificate(), "Ours");
		Set<String> already = Set.copyOf(tenant.directory().granted(application));
		profile.permissions(request.services(), cloud()).stream()
				.filter(need -> !already.contains(need.resource().name() + '/' + need.value()))
				.forEach(need -> tenant.directory().grant(application, need.resource().name(), need.value()));
		profile.directoryRoles(request.services(), cloud())
				.forEach(role -> tenant.directory().assignDirectoryRole(application, role.name()));
		return request;
	}

	private RegistrationRequest classic() throws Exception {
		return granted(Optional.of(ADMIN), Services.classic());
	}

	private RegistrationRequest mailboxes(String account) throws Exception {
		return granted(Optional.of(account), new Profile(Service.EXCHANGE, MAILBOXES));
	}

	private static Check check(Verification verification, Subject subject) {
		return verification.checks().stream().filter(check -> check.subject() == subject).findFirst().orElseThrow();
	}

	/** That check alone fails. */
	private Failure failure(RegistrationRequest request, Subject subject) throws Exception {
		Verification verification = verify(request, Optional.empty());
		assertEquals(List.of(subject), verification.checks().stream().filter(check -> check.state() == State.FAILED)
				.map(Check::subject).toList(), verification::toString);
		assertFalse(verification.proven());
		Failure failure = check(verification, subject).failure().orElseThrow();
		assertFalse(failure.sentence().matches(".*\\{\\d}.*"), failure.sentence());
		return failure;
	}

	@Test
	void allOfAProfileIsChecked() throws Exception {
		Verification verification = verify(classic(), Optional.empty());
		assertTrue(verification.proven(), verification::toString);
		List<String> told = verification.checks().stream().flatMap(check -> check.granted().stream()).sorted().toList();
		List<String> asked = Services.classic().permissions(EnumSet.allOf(Service.class), cloud())
				.stream().map(need -> need.resource().name() + ": " + need.value()).sorted().toList();
		assertEquals(asked, told);
		assertEquals(Optional.of("Contoso"), verification.organizationName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ewsEnabled\": false}",
			"{\"ewsEnabled\": true, \"ewsAllowedAppIds\": [\"11111111-2222-3333-4444-555555555555\"]}" })
	void webServicesThatAreSwitchedOffAreNeitherAMissingPermissionNorAMissingMailbox(String exchange) throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"exchange\": " + exchange + "}}}");
		Failure failure = failure(classic(), Subject.EXCHANGE_WEB_SERVICES);
		assertEquals(Reason.EWS_DISABLED, failure.reason());
		assertEquals(List.of(tenant.scenario().applicationId()), failure.arguments());
		assertEquals("HTTP 403", failure.code());
	}

	@Test
	void webServicesThatAreOnForTheApplicationAreNotCalledSwitchedOff() throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"exchange\": {\"ewsAllowedAppIds\": [\"26B0EB55-8145-4eb8-b4a0-577b452cb3aa\"]}}}}");
		RegistrationRequest request = classic();
		assertTrue(verify(request, Optional.empty()).proven());
		tenant.faults().add("ews-disabled");
		Failure failure = failure(request, Subject.EXCHANGE_WEB_SERVICES);
		assertEquals(Reason.MAILBOX_RESTRICTED, failure.reason());
	}

	@Test
	void aMissingPermissionIsSaidWithoutACall() throws Exception {
		RegistrationRequest request = classic();
		tenant.directory().revoke(request.applicationId(), Resource.EXCHANGE_ONLINE.name(), "full_access_as_app");
		tenant.forgetExchanges();
		Failure failure = failure(request, Subject.EXCHANGE_WEB_SERVICES);
		assertEquals(Reason.PERMISSIONS_MISSING, failure.reason());
		assertEquals(List.of("Office 365 Exchange Online: full_access_as_app"), failure.arguments());
		assertTrue(tenant.exchanges().stream().noneMatch(exchange -> exchange.uri().getPath().startsWith("/EWS")));
	}

	@ParameterizedTest
	@CsvSource({ "apps@contoso.example, MAILBOX_MISSING", "nobody@contoso.example, MAILBOX_MISSING",
			"user@contoso.example, MAILBOX_RESTRICTED" })
	void aMailboxThatCanNotBeOpenedIsSaidInBothWays(String account, Reason reason) throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"exchange\": {\"restrictedMailboxes\": [\"user@contoso.example\"]}}}}");
		Failure classic = failure(granted(Optional.of(account), Services.classic()),
				Subject.EXCHANGE_WEB_SERVICES);
		assertEquals(reason, classic.reason());
		assertEquals(account, classic.arguments().get(0));
		startWith("{\"tenants\": {\"contoso\": {\"exchange\": {\"restrictedMailboxes\": [\"user@contoso.example\"]}}}}");
		Failure graph = failure(mailboxes(account), Subject.EXCHANGE_MAILBOXES);
		assertEquals(reason, graph.reason());
		assertEquals(account, graph.arguments().get(0));
		assertFalse(graph.code().isEmpty());
	}

	@Test
	void mailboxesThroughGraphDoNotNeedWebServices() throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"exchange\": {\"ewsEnabled\": false}}}}");
		Verification verification = verify(mailboxes(ADMIN), Optional.empty());
		assertTrue(verification.proven(), verification::toString);
		assertEquals(State.PASSED, check(verification, Subject.EXCHANGE_MAILBOXES).state());
		assertTrue(tenant.exchanges().stream().anyMatch(exchange -> exchange.uri().getPath().endsWith("/folders")));
	}

	@Test
	void administrationWithoutTheDirectoryRoleIsToldFromAMissingPermission() throws Exception {
		RegistrationRequest request = classic();
		tenant.directory().removeDirectoryRole(request.applicationId(), "Global Reader");
		Failure failure = failure(request, Subject.EXCHANGE_ADMINISTRATION);
		assertEquals(Reason.DIRECTORY_ROLE_MISSING, failure.reason());
		assertEquals(List.of("Global Reader", request.applicationId()), failure.arguments());
		tenant.directory().revoke(request.applicationId(), Resource.EXCHANGE_ONLINE.name(), "Exchange.ManageAsApp");
		assertEquals(Reason.PERMISSIONS_MISSING, failure(request, Subject.EXCHANGE_ADMINISTRATION).reason());
	}

	@ParameterizedTest
	@CsvSource({ "SHAREPOINTENTERPRISE;EXCHANGE_S_FOUNDATION;EXCHANGE_S_ARCHIVE, EXCHANGE_PLAN, Exchange Online",
			"EXCHANGE_S_STANDARD;SHAREPOINTWAC, SHAREPOINT_PLAN, SharePoint Online and OneDrive" })
	void aPlanThatNoSubscriptionHasIsSaid(String plans, Subject subject, String product) throws Exception {
		String names = "[\"" + plans.replace(";", "\", \"") + "\"]";
		startWith("{\"tenants\": {\"contoso\": {\"services\": " + names + "}}}");
		Failure failure = failure(classic(), subject);
		assertEquals(Reason.SERVICE_PLAN_MISSING, failure.reason());
		assertEquals(List.of(product), failure.arguments());
	}

	@Test
	void plansThatTheProfileDoesNotAskToReadAreLeftOut() throws Exception {
		RegistrationRequest request = granted(Optional.of(ADMIN), new Profile(Service.EXCHANGE,
				"Office 365 Exchange Online/full_access_as_app"));
		Verification verification = verify(request, Optional.empty());
		assertTrue(verification.proven(), verification::toString);
		Check plan = check(verification, Subject.EXCHANGE_PLAN);
		assertEquals(State.SKIPPED, plan.state());
		assertEquals(Reason.SUBSCRIPTIONS_UNREADABLE, plan.failure().orElseThrow().reason());
	}

	@Test
	void sharePointThatRefusesStopsNobodyElse() throws Exception {
		RegistrationRequest request = classic();
		tenant.faults().add("sharepoint-refused");
		assertEquals(Reason.SERVICE_REFUSED, failure(request, Subject.SHAREPOINT).reason());
	}

	@Test
	void servicesAreCalledSideBySide() throws Exception {
		RegistrationRequest request = classic();
		CyclicBarrier barrier = new CyclicBarrier(3);
		for (String path : List.of("/EWS/", "/_api/web", "/v1.0/subscribedSkus")) {
			tenant.faults().add(Fault.on(RequestMatcher.any().withPath(path)).before(() -> meet(barrier)));
		}
		Verification verification = verify(request, Optional.empty());
		assertTrue(verification.proven(), verification::toString);
		assertEquals(Subject.of(request), verification.checks().stream().map(Check::subject).toList());
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(5, TimeUnit.SECONDS);
		} catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
			throw new IllegalStateException("The others did not come", e);
		}
	}

	@Test
	void aBusyServiceIsWaitedForVisiblyAndByItsOwnCheckAlone() throws Exception {
		RegistrationRequest request = classic();
		tenant.faults().add(Fault.on(RequestMatcher.any().withPath("/EWS/")).once().throttle(429, Duration.ofSeconds(1)));
		List<Check> waiting = new ArrayList<>();
		Verification verification = service.verify(request, Optional.empty(),
				told -> told.checks().stream().filter(check -> check.waiting().isPresent()).forEach(waiting::add), null);
		assertTrue(verification.proven(), verification::toString);
		assertEquals(Set.of(Subject.EXCHANGE_WEB_SERVICES),
				waiting.stream().map(Check::subject).collect(Collectors.toSet()));
		Wait wait = waiting.get(0).waiting().orElseThrow();
		assertEquals(Reason.THROTTLED, wait.why().reason());
		assertEquals(List.of("1"), wait.why().arguments());
		assertEquals(State.RUNNING, waiting.get(0).state());
	}

	@Test
	void callsSideBySideAreCancelledAtOnce() throws Exception {
		RegistrationRequest request = classic();
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.EXCHANGE)).delay(Duration.ofSeconds(8)));
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.SHAREPOINT)).delay(Duration.ofSeconds(8)));
		List<Verification> told = new ArrayList<>();
		Cancelling.afterMillis(800, monitor -> service.verify(request, Optional.empty(), told::add, monitor));
		assertTrue(told.get(told.size() - 1).checks().stream().anyMatch(check -> check.state() == State.RUNNING));
	}

	/** A vendor's profile: permissions as the tenant tells them. */
	private record Profile(Service service, String... granted) implements PermissionProfile {

		@Override
		public String id() {
			return "test";
		}

		@Override
		public String name() {
			return "Test";
		}

		@Override
		public String vendor() {
			return "Nobody";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, dev.latchkey.registration.Cloud cloud) {
			return Arrays.stream(granted).map(text -> text.split("/")).map(parts -> new PermissionNeed(resource(parts[0]),
					parts[1], Set.of(service), "tests")).toList();
		}

		private static Resource resource(String name) {
			return name.equals(Resource.MICROSOFT_GRAPH.name()) ? Resource.MICROSOFT_GRAPH : Resource.EXCHANGE_ONLINE;
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, dev.latchkey.registration.Cloud cloud) {
			return List.of();
		}
	}
}
