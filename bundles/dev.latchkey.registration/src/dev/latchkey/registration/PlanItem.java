package dev.latchkey.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;

/** One thing that the plan asks for. */
@ProviderType
public sealed interface PlanItem {

	/** How an item stands. */
	enum State {
		/** Already there: nothing will be written. */
		DONE,
		/** Will be written. */
		TO_DO,
		/** Will be written only when somebody chooses it, see {@link RegistrationPlan#choosing}. */
		OFFERED,
		/** The signed-in administrator's roles do not suffice; {@link Standing#role()} names the role that does. */
		NOT_ALLOWED,
		/** Can't be done in this tenant or cloud; {@link Standing#obstacle()} says why. */
		NOT_POSSIBLE
	}

	/**
	 * How an item stands, and what it would take.
	 *
	 * @param state    how it stands
	 * @param obstacle why the item can't be done; present when {@link State#NOT_ALLOWED} or {@link State#NOT_POSSIBLE}
	 * @param role     Microsoft's English name of the least directory role that can do it
	 * @param requests what would be sent, in this order; empty when nothing would be
	 */
	record Standing(State state, Optional<Failure> obstacle, String role, List<GraphRequest> requests) {
		public Standing {
			Objects.requireNonNull(state, "state"); //$NON-NLS-1$
			Objects.requireNonNull(obstacle, "obstacle"); //$NON-NLS-1$
			Objects.requireNonNull(role, "role"); //$NON-NLS-1$
			requests = List.copyOf(requests);
		}

		/** The same in another state, without an obstacle. */
		public Standing as(State other) {
			return new Standing(other, Optional.empty(), role, requests);
		}
	}

	/** Identifies the item within its plan. */
	String id();

	Standing standing();

	/** As {@link Standing#state()}. */
	default State state() {
		return standing().state();
	}

	/** As {@link Standing#obstacle()}. */
	default Optional<Failure> obstacle() {
		return standing().obstacle();
	}

	/** Whether it takes something away, so that it is offered and never done unasked. */
	default boolean takesAway() {
		return false;
	}

	/** What the item is about, for people: localized, one line. */
	default String title() {
		return PlanTexts.title(this);
	}

	/** What the item is for, for people: localized, one line; may be empty. */
	default String reason() {
		return PlanTexts.reason(this);
	}

	/**
	 * Registers the certificate beside the others.
	 *
	 * @param subject    the certificate's subject
	 * @param thumbprint its SHA-1 thumbprint in upper case hexadecimal digits
	 * @param ends       when it ends
	 */
	record AddCertificate(Standing standing, String subject, String thumbprint, Instant ends) implements PlanItem {

		/** The id of this kind of item, of which a plan has one. */
		public static final String ID = "certificate"; //$NON-NLS-1$

		@Override
		public String id() {
			return ID;
		}
	}

	/** Removes a certificate that has expired, or that another one took over from; never done unasked. */
	record RemoveCertificate(Standing standing, ExistingCertificate certificate) implements PlanItem {

		/** What ids of this kind of item begin with. */
		static final String PREFIX = "remove:"; //$NON-NLS-1$

		@Override
		public String id() {
			return PREFIX + certificate.keyId();
		}

		@Override
		public boolean takesAway() {
			return true;
		}
	}

	/**
	 * Takes back an application permission that Latchkey granted and that no profile asks for any more.
	 *
	 * @param resource     the API
	 * @param value        the app role's value
	 * @param assignmentId id of the app role assignment, as the {@link Journal} has it
	 */
	record RevokePermission(Standing standing, Resource resource, String value, String assignmentId) implements PlanItem {

		/** What ids of this kind of item begin with. */
		static final String PREFIX = "revoke:"; //$NON-NLS-1$

		@Override
		public String id() {
			return PREFIX + assignmentId;
		}

		@Override
		public boolean takesAway() {
			return true;
		}
	}

	/** Creates the presence of an application in the tenant: ours, or a resource's. */
	record CreateServicePrincipal(Standing standing, String appId, String name) implements PlanItem {
		@Override
		public String id() {
			return "service-principal:" + appId; //$NON-NLS-1$
		}
	}

	/** Lists permissions in the application's own declaration, beside those it has ({@code requiredResourceAccess}). */
	record DeclarePermissions(Standing standing, List<PermissionNeed> missing) implements PlanItem {

		/** The id of this kind of item, of which a plan has one. */
		public static final String ID = "declaration"; //$NON-NLS-1$

		public DeclarePermissions {
			missing = List.copyOf(missing);
		}

		@Override
		public String id() {
			return ID;
		}
	}

	/** Grants one application permission (app role assignment). */
	record GrantPermission(Standing standing, PermissionNeed need) implements PlanItem {

		/** What ids of this kind of item begin with. */
		static final String PREFIX = "grant:"; //$NON-NLS-1$

		/** The id of the item that grants this permission. */
		public static String id(PermissionNeed need) {
			return PREFIX + need.resource().appId() + ':' + need.value();
		}

		/** Whether that is the id of such an item. */
		public static boolean isId(String id) {
			return id.startsWith(PREFIX);
		}

		@Override
		public String id() {
			return id(need);
		}
	}

	/** Assigns one directory role to the application's service principal. */
	record AssignDirectoryRole(Standing standing, DirectoryRoleNeed need) implements PlanItem {

		/** What ids of this kind of item begin with. */
		static final String PREFIX = "role:"; //$NON-NLS-1$

		/** The id of the item that assigns this role. */
		public static String id(DirectoryRoleNeed need) {
			return PREFIX + need.templateId();
		}

		/** Whether that is the id of such an item. */
		public static boolean isId(String id) {
			return id.startsWith(PREFIX);
		}

		@Override
		public String id() {
			return id(need);
		}
	}
}
