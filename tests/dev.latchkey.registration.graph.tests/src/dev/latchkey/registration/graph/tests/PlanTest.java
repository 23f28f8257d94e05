package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;

/** What a plan tells before anything is written. */
class PlanTest extends TenantTest {

	private static final String EXPIRED = "5b764a77-877e-4bc8-9f23-b872ff516c77";
	private static final String FOREIGN = "3899ba21-1485-4667-b182-ef14eb16b553";

	@Test
	void whatNobodyAsksForIsToldAndStays() throws Exception {
		AdminSession session = signIn(ADMIN);
		tenant.directory().grant(tenant.scenario().applicationId(), "Office 365 Exchange Online", "Exchange.ManageAsAppV2");
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		assertEquals(4, plan.application().extras().size() + 1, plan.application().extras()::toString);
		assertTrue(plan.application().extras().contains(new ExtraPermission("Microsoft Graph", "Files.ReadWrite.All")));
		assertTrue(apply(plan, session).complete());
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId())
				.containsAll(List.of("Microsoft Graph/Files.ReadWrite.All", "Microsoft Graph/User.Read.All",
						"Office 365 Exchange Online/Exchange.ManageAsAppV2")));
	}

	@Test
	void anExpiredCertificateIsOfferedAndNeverRemovedUnasked() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null);
		assertEquals(List.of("remove:" + EXPIRED), plan.items().stream().filter(item -> item.state() == State.OFFERED)
				.map(PlanItem::id).toList());
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete());
		assertEquals(Outcome.NOT_ATTEMPTED, item(result, "remove:" + EXPIRED).outcome());
		assertTrue(tenant.directory().state().contains(EXPIRED));
	}

	@Test
	void aChosenOneIsRemovedAndNoOther() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = service.plan(request(Service.SHAREPOINT), session, null)
				.choosing(Set.of("remove:" + EXPIRED, "remove:" + FOREIGN));
		RegistrationResult result = apply(plan, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(Outcome.DONE, item(result, "remove:" + EXPIRED).outcome());
		assertFalse(tenant.directory().state().contains(EXPIRED));
		assertTrue(tenant.directory().state().contains(FOREIGN));
		assertEquals(2, tenant.directory().certificates(plan.request().applicationId()).size());
		RegistrationPlan again = service.plan(request(Service.SHAREPOINT), session, null);
		assertTrue(again.items().stream().allMatch(item -> item.state() == State.DONE));
	}

	@Test
	void theTenantsPolicyIsSaidBeforeWriting() throws Exception {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(365)));
		AdminSession session = signInReadingPolicies();
		RegistrationPlan plan = service.plan(longLived(), session, null);
		assertEquals(Optional.of(Duration.ofDays(365)), plan.policy().orElseThrow().longestLifetime());
		PlanItem certificate = plan.items().get(0);
		assertEquals(State.NOT_POSSIBLE, certificate.state());
		Failure why = certificate.obstacle().orElseThrow();
		assertEquals(Reason.CERTIFICATE_AGAINST_POLICY, why.reason());
		assertTrue(why.sentence().contains("365"), why::sentence);
		apply(plan, session);
		assertEquals(2, tenant.directory().certificates(plan.request().applicationId()).size());

		assertEquals(State.TO_DO, service.plan(request(Service.SHAREPOINT), session, null).items().get(0).state());
	}

	@Test
	void aPolicyThatMayNotBeReadIsUnknown() throws Exception {
		tenant.directory().limitCertificateLifetime(Optional.of(Duration.ofDays(365)));
		RegistrationPlan plan = service.plan(longLived(), signIn(ADMIN), null);
		assertEquals(Optional.empty(), plan.policy());
		assertEquals(State.TO_DO, plan.items().get(0).state());
	}

	@Test
	void thePolicyOfTheApplicationTakesThePlaceOfTheTenants() throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"maxCertificateLifetime\": \"P180D\", \"applications\": {\"console\":"
				+ " {\"maxCertificateLifetime\": \"none\"}}}}}");
		AdminSession session = signInReadingPolicies();
		RegistrationPlan plan = service.plan(longLived(), session, null);
		assertEquals(State.TO_DO, plan.items().get(0).state());
		assertTrue(apply(plan, session).complete());
	}

	@Test
	void whoOwnsTheApplicationMayChangeIt() throws Exception {
		startWith("{\"tenants\": {\"contoso\": {\"applications\": {\"console\":"
				+ " {\"owners\": [\"admin@contoso.example\", \"user@contoso.example\"]}}}}}");
		AdminSession session = signIn("user@contoso.example");
		RegistrationPlan plan = service.plan(request(), session, null);
		List<String> possible = plan.items().stream().filter(item -> item.state() == State.TO_DO).map(PlanItem::id).toList();
		assertEquals(List.of("certificate", "declaration"), possible);
		assertEquals(possible, ids(apply(plan, session), Outcome.DONE));
	}

	private dev.latchkey.registration.RegistrationRequest longLived() throws Exception {
		return request(tenant.scenario().applicationId(), Certificates.longLived(), Service.SHAREPOINT);
	}

	private AdminSession signInReadingPolicies() throws Exception {
		return service.signIn(new SignInRequest(contoso(), SignInMethod.DEVICE_CODE, EnumSet.allOf(AdminScope.class)),
				code -> tenant.deviceCodes().approve(code.userCode(), ADMIN), null);
	}
}
