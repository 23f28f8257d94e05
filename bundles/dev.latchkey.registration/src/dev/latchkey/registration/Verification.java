package dev.latchkey.registration;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

import dev.latchkey.registration.PermissionProfile.PermissionNeed;

/**
 * The proof that a connection works, or why not.
 *
 * @param checks           in the order of running them
 * @param organizationName the tenant's display name, once read
 */
public record Verification(List<Check> checks, Optional<String> organizationName) {

	public Verification {
		checks = List.copyOf(checks);
		Objects.requireNonNull(organizationName, "organizationName"); //$NON-NLS-1$
	}

	/**
	 * Whether every check passed, apart from those that the profile asks for no permission for. A verification in which
	 * nothing passed proves nothing.
	 */
	public boolean proven() {
		return checks.stream().anyMatch(check -> check.state() == State.PASSED)
				&& checks.stream().allMatch(check -> check.state() == State.PASSED || check.left());
	}

	/** What is checked. */
	public enum Subject {
		/** Sign-in to Microsoft Graph with the certificate, and the organization's name. */
		GRAPH,
		/** Permissions for Exchange Web Services, and a call on behalf of the account. */
		EXCHANGE_WEB_SERVICES,
		/** Permissions for mailboxes through Microsoft Graph, and a call to the account's. */
		EXCHANGE_MAILBOXES,
		/** Permissions for SharePoint Online, and its root site. */
		SHAREPOINT,
		/** Permissions for Microsoft Teams. */
		TEAMS,
		/** Permission and directory role for Exchange Online's administration, and a call to it. */
		EXCHANGE_ADMINISTRATION,
		/** The organization's subscriptions have a service plan of Exchange Online. */
		EXCHANGE_PLAN,
		/** The organization's subscriptions have a service plan of SharePoint Online. */
		SHAREPOINT_PLAN;

		/** Localized, one line. */
		public String title() {
			ResourceBundle texts = ResourceBundle.getBundle(Verification.class.getPackageName() + ".texts"); //$NON-NLS-1$
			return new MessageFormat(texts.getString("subject." + name())).format(null); //$NON-NLS-1$
		}

		/** Whether it needs a user account of the organization, to call Exchange on behalf of. */
		public boolean needsAccount() {
			return this == EXCHANGE_WEB_SERVICES || this == EXCHANGE_MAILBOXES;
		}

		/** What is checked for that request, in this order: what its profile does not ask for is not checked. */
		public static List<Subject> of(RegistrationRequest request) {
			return of(request.profile(), request.services(), request.tenant().cloud());
		}

		/** As {@link #of(RegistrationRequest)}, before there is a request. */
		public static List<Subject> of(PermissionProfile profile, Set<Service> services, Cloud cloud) {
			List<PermissionNeed> needs = profile.permissions(services, cloud);
			return Arrays.stream(values()).filter(subject -> subject.concerns(services, needs)).toList();
		}

		private boolean concerns(Set<Service> services, List<PermissionNeed> needs) {
			boolean exchange = services.contains(Service.EXCHANGE);
			return switch (this) {
			case GRAPH -> true;
			case EXCHANGE_WEB_SERVICES -> exchange && needs(needs, Resource.EXCHANGE_ONLINE, "full_access_as_app"); //$NON-NLS-1$
			case EXCHANGE_MAILBOXES -> exchange && needs(needs, Resource.MICROSOFT_GRAPH, "Mailbox"); //$NON-NLS-1$
			case EXCHANGE_ADMINISTRATION -> exchange && needs(needs, Resource.EXCHANGE_ONLINE, "Exchange.ManageAsApp"); //$NON-NLS-1$
			case EXCHANGE_PLAN -> exchange;
			case SHAREPOINT, SHAREPOINT_PLAN -> services.contains(Service.SHAREPOINT);
			case TEAMS -> services.contains(Service.TEAMS);
			};
		}

		private static boolean needs(List<PermissionNeed> needs, Resource resource, String prefix) {
			return needs.stream().anyMatch(need -> need.resource().equals(resource) && need.value().startsWith(prefix));
		}
	}

	/** How a check stands. */
	public enum State {
		WAITING, RUNNING,
		/** Refused so far, tried again until the limit: the tenant may not have spread the change yet. */
		PROPAGATING, PASSED, FAILED,
		/** Not run: because an earlier one failed, or else for what {@link Check#failure()} says, which is no fault. */
		SKIPPED
	}

	/**
	 * One check.
	 *
	 * @param subject  what is checked
	 * @param state    how it stands
	 * @param duration how long it took so far
	 * @param granted  permissions that the token really carries, of those that are needed: {@code resource name: value}
	 * @param missing  permissions that are needed and not in the token, likewise
	 * @param waiting  what is waited for while {@link State#PROPAGATING} or {@link State#RUNNING}, if so
	 * @param failure  why it failed, or why it can't be run with what the profile asks for
	 */
	public record Check(Subject subject, State state, Duration duration, List<String> granted, List<String> missing,
			Optional<Wait> waiting, Optional<Failure> failure) {
		public Check {
			Objects.requireNonNull(subject, "subject"); //$NON-NLS-1$
			Objects.requireNonNull(state, "state"); //$NON-NLS-1$
			Objects.requireNonNull(duration, "duration"); //$NON-NLS-1$
			granted = List.copyOf(granted);
			missing = List.copyOf(missing);
			Objects.requireNonNull(waiting, "waiting"); //$NON-NLS-1$
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		}

		/** Left out on purpose. */
		private boolean left() {
			return state == State.SKIPPED && failure.isPresent();
		}
	}
}
