package dev.latchkey.registration.graph.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.organization.OrganizationRequestBuilder;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;

/** Looks at one subject at a time, with the certificate and nothing else. */
public final class Probes {

	/** Refusals that are seen for minutes after a change that will be good in the end. */
	private static final Set<Reason> SPREADING = Set.of(Reason.CERTIFICATE_NOT_REGISTERED,
			Reason.APPLICATION_NOT_FOUND, Reason.SERVICE_PRINCIPAL_MISSING, Reason.PERMISSIONS_MISSING,
			Reason.RESOURCE_MISSING, Reason.SERVICE_REFUSED);

	private final Needs needs;
	private final Optional<RegistrationResult> applied;
	private final Operation operation;
	private final ApplicationTokens tokens;
	private final GraphClient graph;
	private final ServiceCalls calls;
	private Optional<String> organizationName = Optional.empty();

	/** @param applied what was just done to the tenant: what it could not do will not come by waiting */
	public Probes(Needs needs, Optional<RegistrationResult> applied, CertificateSignIn signIn, Operation operation) {
		this.needs = needs;
		this.applied = applied;
		this.operation = operation;
		this.tokens = new ApplicationTokens(needs, signIn, operation);
		this.graph = new GraphClient(needs.request().tenant().cloud(), operation,
				() -> tokens.token(Resource.MICROSOFT_GRAPH).value());
		this.calls = new ServiceCalls(needs, tokens, graph, operation);
	}

	List<Subject> subjects() {
		return Subject.of(needs.request());
	}

	Optional<String> organizationName() {
		return organizationName;
	}

	Finding look(Subject subject) {
		try {
			return switch (subject) {
			case GRAPH -> organization();
			case EXCHANGE_WEB_SERVICES -> service(Service.EXCHANGE);
			case SHAREPOINT -> service(Service.SHAREPOINT);
			case TEAMS -> service(Service.TEAMS);
			default -> Finding.PASSED;
			};
		} catch (Refusal e) {
			return Finding.failed(e.failure(), maySpread(e.reason()));
		}
	}

	private Finding service(Service service) throws Refusal {
		Finding permissions = permissions(service);
		if (!permissions.passed()) {
			return permissions;
		}
		try {
			calls.call(service);
			return permissions;
		} catch (Refusal e) {
			return permissions.but(e.failure(), maySpread(e.reason()));
		}
	}

	private Finding permissions(Service service) throws Refusal {
		List<String> granted = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		boolean mayPropagate = true;
		for (PermissionNeed need : needs.permissions(service)) {
			boolean there = tokens.token(need.resource()).roles().contains(need.value());
			(there ? granted : missing).add(need.resource().name() + ": " + need.value()); //$NON-NLS-1$
			mayPropagate &= there || wasDone(GrantPermission.id(need));
		}
		Optional<Failure> failure = missing.isEmpty() ? Optional.empty()
				: Optional.of(Failure.of(Reason.PERMISSIONS_MISSING, String.join(", ", missing))); //$NON-NLS-1$
		return new Finding(granted, missing, failure, mayPropagate);
	}

	private boolean maySpread(Reason reason) {
		return SPREADING.contains(reason) && switch (reason) {
		case CERTIFICATE_NOT_REGISTERED -> wasDone(AddCertificate.ID);
		case SERVICE_REFUSED -> applied.map(RegistrationResult::complete).orElse(false);
		default -> true;
		};
	}

	private boolean wasDone(String itemId) {
		return applied.map(result -> result.isThere(itemId)).orElse(false);
	}

	private Finding organization() throws Refusal {
		try {
			OrganizationRequestBuilder builder = new OrganizationRequestBuilder(graph.root(), graph.adapter());
			OrganizationCollectionResponse answer = Retry.call(operation,
					() -> graph.read(
							builder.toGetRequestInformation(config -> config.queryParameters.select = new String[] {
									"id", "displayName" }), //$NON-NLS-1$ //$NON-NLS-2$
							OrganizationCollectionResponse::createFromDiscriminatorValue));
			organizationName = answer.getValue().stream().map(Organization::getDisplayName).findFirst();
			return Finding.PASSED;
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
