package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Drift.Kind;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.Thumbprint;

/**
 * Compares what an application has with what it had, by what the application itself may read. What tokens lack is known also
 * where nothing can be read.
 */
public final class DriftFinder {

	private final Needs needs;
	private final Asked asked;
	private final Set<String> met;
	private final Verification found;
	private final List<Drift> drifts = new ArrayList<>();

	/** @param met ids of the plan's items that were proven once */
	public DriftFinder(Asked asked, Set<String> met, Verification found) {
		this.needs = asked.needs();
		this.asked = asked;
		this.met = met;
		this.found = found;
	}

	/** What the failed sign-in tells. */
	public List<Drift> withoutSignIn(Reason reason) {
		boolean was = !met.isEmpty() || asked.footprint().wasRegistered(Thumbprint.sha256(needs.certificate()));
		if (reason == Reason.CERTIFICATE_NOT_REGISTERED && was) {
			drifts.add(new Drift(Kind.CERTIFICATE_GONE, ours(), Changers.OF_CERTIFICATES, Optional.empty()));
		}
		return List.copyOf(drifts);
	}

	private String ours() {
		return needs.certificate().getSubjectX500Principal().getName();
	}

	/** @throws Refusal on the way to Microsoft */
	public List<Drift> find(GraphClient graph, Parallel parallel, Retry.Pause pause) throws Refusal {
		ApplicationReader reader = new ApplicationReader(graph, needs.request(), pause);
		var application = parallel.begin(() -> Unreadable.or(reader::application));
		var owners = parallel.begin(() -> Unreadable.or(reader::owners));
		Optional<TenantState> tenant = Unreadable
				.or(() -> new TenantReader(needs, new PrincipalReader(graph, pause), parallel).read());
		certificates(application.await(), owners.await().orElse(List.of()));
		permissions(tenant);
		roles(tenant);
		drifts.sort(Comparator.comparing(Drift::kind));
		return List.copyOf(drifts);
	}

	private void certificates(Optional<ApplicationState> application, List<String> owners) {
		if (application.isEmpty()) {
			drifts.add(unreadable(Kind.CERTIFICATES_UNREADABLE));
			return;
		}
		List<String> whoCould = Stream.concat(Changers.OF_CERTIFICATES.stream(), owners.stream()).toList();
		if (application.get().key(needs.certificate()).isEmpty()) {
			drifts.add(new Drift(Kind.CERTIFICATE_GONE, ours(), whoCould, Optional.empty()));
		}
		asked.footprint().knownKeys().ifPresent(known -> application.get().keys().stream()
				.filter(key -> !known.contains(key.keyId()) && !isOurs(key)).forEach(key -> drifts
						.add(new Drift(Kind.CERTIFICATE_ADDED, name(key), whoCould, Optional.empty()))));
	}

	private boolean isOurs(KeyCredential key) {
		return key.is(needs.certificate()) || asked.footprint().wasRegistered(key.sha256());
	}

	private static String name(KeyCredential key) {
		var existing = key.existing();
		return Stream.of(existing.displayName(), existing.thumbprint(), existing.keyId()).filter(text -> !text.isEmpty())
				.findFirst().orElseThrow();
	}

	private void permissions(Optional<TenantState> tenant) {
		Set<String> missing = missing();
		needs.permissions().stream()
				.filter(need -> missing.contains(name(need)) || tenant.map(state -> lacks(state, need)).orElse(false))
				.filter(need -> was(GrantPermission.id(need))).map(DriftFinder::name).forEach(
						name -> drifts.add(new Drift(Kind.PERMISSION_GONE, name, Changers.REVOKING, Optional.empty())));
		if (tenant.isEmpty()) {
			drifts.add(unreadable(Kind.PERMISSIONS_UNREADABLE));
			return;
		}
		Apis apis = tenant.get().apis();
		List<Grant> wanted = needs.permissions().stream().flatMap(need -> apis.grant(need).stream()).toList();
		tenant.get().held().stream().filter(held -> !wanted.contains(held.grant()))
				.forEach(held -> extra(held, apis).ifPresent(drifts::add));
	}

	private static boolean lacks(TenantState tenant, PermissionNeed need) {
		return tenant.apis().grant(need).map(grant -> !tenant.grants().contains(grant)).orElse(false);
	}

	/** What the tokens lack; without a token all that it should have carried, as its refusal says. */
	private Set<String> missing() {
		Stream<String> refused = failures(Reason.PERMISSIONS_MISSING).flatMap(failure -> failure.arguments().stream())
				.flatMap(list -> Stream.of(list.split(", "))); //$NON-NLS-1$
		return Stream.concat(found.checks().stream().flatMap(check -> check.missing().stream()), refused)
				.collect(Collectors.toSet());
	}

	private Stream<Failure> failures(Reason reason) {
		return found.checks().stream().flatMap(check -> check.failure().stream())
				.filter(failure -> failure.reason() == reason);
	}

	private boolean was(String itemId) {
		return met.contains(itemId) || asked.footprint().wasDone(itemId);
	}

	/** What another profile asks for is nothing that anybody has to look at. */
	private Optional<Drift> extra(HeldPermission held, Apis apis) {
		String name = held.resourceName() + ": " + apis.value(held.grant()); //$NON-NLS-1$
		if (asked.footprint().granted(held.assignmentId()).isPresent()) {
			return asked.unused(held).map(unused -> new Drift(Kind.PERMISSION_UNUSED,
					held.resourceName() + ": " + unused.value(), List.of(), held.created())); //$NON-NLS-1$
		}
		boolean later = held.created().isPresent() && asked.footprint().since().isPresent()
				&& held.created().get().isAfter(asked.footprint().since().get());
		return Optional.of(new Drift(later ? Kind.PERMISSION_ADDED : Kind.PERMISSION_EXTRA, name,
				Changers.granting(apis.isGraph(held.grant())), held.created()));
	}

	private void roles(Optional<TenantState> tenant) {
		if (needs.directoryRoles().isEmpty()) {
			return;
		}
		Optional<Set<String>> readable = tenant.flatMap(TenantState::roles);
		Set<String> refused = failures(Reason.DIRECTORY_ROLE_MISSING).flatMap(failure -> failure.arguments().stream())
				.collect(Collectors.toSet());
		needs.directoryRoles().stream()
				.filter(role -> readable.map(all -> !all.contains(role.templateId())).orElse(refused.contains(role.name())))
				.filter(role -> was(AssignDirectoryRole.id(role))).map(DirectoryRoleNeed::name)
				.forEach(name -> drifts.add(new Drift(Kind.ROLE_GONE, name, Changers.OF_ROLES, Optional.empty())));
		if (readable.isEmpty()) {
			drifts.add(unreadable(Kind.ROLES_UNREADABLE));
		}
	}

	private static String name(PermissionNeed need) {
		return need.resource().name() + ": " + need.value(); //$NON-NLS-1$
	}

	private static Drift unreadable(Kind kind) {
		return new Drift(kind, "", List.of(), Optional.empty()); //$NON-NLS-1$
	}
}
