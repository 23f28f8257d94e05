package dev.latchkey.registration.graph.documents;

import java.security.cert.X509Certificate;
import java.text.DateFormat;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RoleName;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Thumbprint;

/** A plan for people. */
final class PlanText {

	private static final Map<State, String> HEADINGS = new EnumMap<>(
			Map.of(State.TO_DO, Messages.Plan_toDo, State.NOT_ALLOWED, Messages.Plan_notAllowed, State.NOT_POSSIBLE,
					Messages.Plan_notPossible, State.OFFERED, Messages.Plan_offered, State.DONE, Messages.Plan_done));
	private static final List<State> ORDER = List.of(State.TO_DO, State.NOT_ALLOWED, State.NOT_POSSIBLE, State.OFFERED, State.DONE);

	private final RegistrationPlan plan;
	private final WrappedText text = new WrappedText();

	PlanText(RegistrationPlan plan) {
		this.plan = plan;
	}

	@Override
	public String toString() {
		facts(plan.request(), plan.applicationName()).forEach(line -> text.line(0, line));
		plan.policy().ifPresent(policy -> text.line(0, policy(policy)));
		plan.continues().ifPresent(run -> text.line(0, NLS.bind(Messages.Plan_continues, run)));
		ORDER.forEach(this::items);
		there();
		return text.toString();
	}

	/** What it is about, a line each. */
	static List<String> facts(RegistrationRequest request, String application) {
		Tenant tenant = request.tenant();
		X509Certificate certificate = request.certificate().certificate();
		String services = request.services().stream().sorted().map(Service::productName).collect(Collectors.joining(", ")); //$NON-NLS-1$
		String account = request.account().map(name -> NLS.bind(Messages.Facts_account, name)).orElse(""); //$NON-NLS-1$
		return List.of(NLS.bind(Messages.Facts_organization, new Object[] { tenant.domain(), tenant.id(), tenant.cloud().name() }),
				NLS.bind(Messages.Facts_application, application, request.applicationId()),
				NLS.bind(Messages.Facts_certificate,
						new Object[] { certificate.getSubjectX500Principal().getName(), Thumbprint.hex(certificate),
								day(certificate.getNotAfter().toInstant()) }),
				NLS.bind(Messages.Facts_services, services) + account,
				NLS.bind(Messages.Facts_profile, request.profile().name(), request.profile().vendor()));
	}

	private static String policy(CredentialPolicy policy) {
		String limit = policy.longestLifetime().map(time -> days(time.toDays())).orElse(""); //$NON-NLS-1$
		String issuers = policy.trustedIssuers() ? Messages.Plan_policyIssuers : ""; //$NON-NLS-1$
		return NLS.bind(Messages.Plan_policy, policy.name()) + limit + issuers;
	}

	private static String days(long days) {
		return days == 1 ? Messages.Plan_policyDaysOne : NLS.bind(Messages.Plan_policyDays, days);
	}

	private void items(State state) {
		List<PlanItem> items = plan.items().stream().filter(item -> item.state() == state).toList();
		if (!items.isEmpty()) {
			text.heading(HEADINGS.get(state));
			items.forEach(this::item);
		}
	}

	private void item(PlanItem item) {
		text.line(1, item.title());
		if (item.state() == State.DONE) {
			return;
		}
		if (!item.reason().isEmpty()) {
			text.line(2, item.reason());
		}
		item.obstacle().ifPresent(failure -> text.line(2, failure.sentence()));
		if (item.state() != State.NOT_POSSIBLE) {
			text.line(2, NLS.bind(Messages.Plan_role, RoleName.local(item.standing().role())));
		}
		item.standing().requests().forEach(request -> text.line(2, request.method() + ' ' + request.address()));
	}

	private void there() {
		if (!plan.certificates().isEmpty()) {
			text.heading(Messages.Plan_certificates);
			plan.certificates().forEach(each -> text.line(1, existing(each)));
		}
		if (!plan.application().extras().isEmpty()) {
			text.heading(Messages.Plan_extras);
			plan.application().extras().forEach(each -> text.line(1, each.resource() + ": " + each.value())); //$NON-NLS-1$
		}
	}

	private static String existing(ExistingCertificate certificate) {
		String name = certificate.displayName().isEmpty() ? certificate.keyId() : certificate.displayName();
		String ends = certificate.ends().map(end -> NLS.bind(Messages.Plan_ends, day(end))).orElse(""); //$NON-NLS-1$
		return (name + ' ' + certificate.thumbprint()).strip() + ends;
	}

	private static String day(Instant instant) {
		return DateFormat.getDateInstance(DateFormat.MEDIUM).format(Date.from(instant));
	}
}
