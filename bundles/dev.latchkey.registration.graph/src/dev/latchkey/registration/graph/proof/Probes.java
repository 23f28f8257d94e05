package dev.latchkey.registration.graph.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.organization.OrganizationRequestBuilder;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.proof.Finding.Verdict;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;

/** Looks at the subjects, with the certificate and nothing else; at several at the same time. */
public final class Probes {

	/** Refusals that are seen for minutes after a change that will be good in the end. */
	private static final Set<Reason> SPREADING = Set.of(Reason.CERTIFICATE_NOT_REGISTERED,
			Reason.APPLICATION_NOT_FOUND, Reason.SERVICE_PRINCIPAL_MISSING, Reason.PERMISSIONS_MISSING,
			Reason.RESOURCE_MISSING, Reason.SERVICE_REFUSED, Reason.DIRECTORY_ROLE_MISSING);

	/** Reading the organization takes one of these. */
	private static final Set<String> ORGANIZATION = Set.of("Organization.Read.All", "Organization.ReadWrite.All", //$NON-NLS-1$ //$NON-NLS-2$
			"Directory.Read.All", "Directory.ReadWrite.All"); //$NON-NLS-1$ //$NON-NLS-2$

	private final Needs needs;
	private final Optional<RegistrationResult> applied;
	private final Tries tries;
	private final ApplicationTokens tokens;
	private final Permissions permissions;
	private final GraphClient graph;
	private final ServiceCalls calls;
	private volatile Optional<String> organizationName = Optional.empty();

	/** @param applied what was just done to the tenant: what it could not do will not come by waiting */
	public Probes(Needs needs, Optional<RegistrationResult> applied, CertificateSignIn signIn, Operation operation) {
		this.needs = needs;
		this.applied = applied;
		this.tries = new Tries(operation);
		this.graph = new GraphClient(needs.request().tenant().cloud(), operation, this::graphToken);
		this.calls = new ServiceCalls(needs, graph, tries);
		this.tokens = new ApplicationTokens(needs, signIn, tries, calls::sharePointAudience);
		this.permissions = new Permissions(needs, tokens, need -> wasDone(GrantPermission.id(need)));
	}

	List<Subject> subjects() {
		return Subject.of(needs.request());
	}

	Optional<String> organizationName() {
		return organizationName;
	}

	/** The next looks ask anew for what was refused or incomplete. */
	void renew() {
		tokens.renew();
		calls.renew();
	}

	/**
	 * What all the others build on: that the application can sign in at all.
	 *
	 * @param waits is told what is waited for meanwhile
	 */
	Finding signIn(Consumer<Optional<Wait>> waits) {
		return tries.showing(waits, this::signIn);
	}

	private Finding signIn() {
		try {
			graphToken();
			return Finding.NOTHING;
		} catch (Refusal e) {
			return Finding.NOTHING.but(verdict(e.reason()), e.failure());
		}
	}

	/** @param waits is told what is waited for meanwhile */
	Finding look(Subject subject, Consumer<Optional<Wait>> waits) {
		return tries.showing(waits, () -> look(subject));
	}

	private Finding look(Subject subject) {
		Finding found = Finding.NOTHING;
		try {
			found = permissions(subject);
			if (found.passed()) {
				call(subject);
			}
			return found;
		} catch (Refusal e) {
			return found.but(verdict(e.reason()), e.failure());
		}
	}

	private Finding permissions(Subject subject) throws Refusal {
		return switch (subject) {
		case EXCHANGE_PLAN -> subscriptions(Service.EXCHANGE);
		case SHAREPOINT_PLAN -> subscriptions(Service.SHAREPOINT);
		default -> permissions.of(subject);
		};
	}

	private Finding subscriptions(Service service) throws Refusal {
		return permissions.oneOf(ServicePlans.READERS, Failure.of(Reason.SUBSCRIPTIONS_UNREADABLE, service.productName()));
	}

	private void call(Subject subject) throws Refusal {
		if (subject == Subject.GRAPH) {
			organization();
		} else {
			calls.call(subject, tokens);
		}
	}

	private String graphToken() throws Refusal {
		return tokens.token(Resource.MICROSOFT_GRAPH).value();
	}

	private Verdict verdict(Reason reason) {
		return maySpread(reason) ? Verdict.MAY_SPREAD : Verdict.FAILED;
	}

	private boolean maySpread(Reason reason) {
		return SPREADING.contains(reason) && switch (reason) {
		case CERTIFICATE_NOT_REGISTERED -> wasDone(AddCertificate.ID);
		case SERVICE_REFUSED -> applied.map(RegistrationResult::complete).orElse(false);
		case DIRECTORY_ROLE_MISSING ->
			needs.directoryRoles().stream().anyMatch(role -> wasDone(AssignDirectoryRole.id(role)));
		default -> true;
		};
	}

	private boolean wasDone(String itemId) {
		return applied.map(result -> result.isThere(itemId)).orElse(false);
	}

	private void organization() throws Refusal {
		if (ORGANIZATION.stream().noneMatch(tokens.token(Resource.MICROSOFT_GRAPH).roles()::contains)) {
			return;
		}
		try {
			OrganizationRequestBuilder builder = new OrganizationRequestBuilder(graph.root(), graph.adapter());
			OrganizationCollectionResponse answer = tries.call(
					() -> graph.read(
							builder.toGetRequestInformation(config -> config.queryParameters.select = new String[] {
									"id", "displayName" }), //$NON-NLS-1$ //$NON-NLS-2$
							OrganizationCollectionResponse::createFromDiscriminatorValue));
			organizationName = answer.getValue().stream().map(Organization::getDisplayName).findFirst();
		} catch (Refusal e) {
			throw refused(e, Resource.MICROSOFT_GRAPH.name());
		}
	}

	/** An application is told "no" in the same words as an administrator; here they mean the service. */
	static Refusal refused(Refusal e, String service) {
		boolean no = e.status() == 401 || e.status() == 403;
		return no ? e.as(new Failure(Reason.SERVICE_REFUSED, List.of(service), e.failure().code(),
				e.failure().correlationId(), e.failure().time())) : e;
	}
}
