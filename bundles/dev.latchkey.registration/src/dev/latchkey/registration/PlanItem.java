package dev.latchkey.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;

/** One thing that the plan asks for. */
@ProviderType
public sealed interface PlanItem {

	/** How an item stands. */
	enum State {
		/** Already there: nothing will be written. */
		DONE,
		/** Will be written. */
		TO_DO,
		/** The signed-in administrator's roles do not suffice; {@link PlanItem#obstacle()} names the role that does. */
		NOT_ALLOWED,
		/** Can't be done in this tenant or cloud; {@link PlanItem#obstacle()} says why. */
		NOT_POSSIBLE
	}

	/** Identifies the item within its plan. */
	String id();

	State state();

	/** Why the item can't be done; present when {@link State#NOT_ALLOWED} or {@link State#NOT_POSSIBLE}. */
	Optional<Failure> obstacle();

	/**
	 * Registers the certificate beside the others.
	 *
	 * @param subject    the certificate's subject
	 * @param thumbprint its SHA-1 thumbprint in upper case hexadecimal digits
	 * @param ends       when it ends
	 */
	record AddCertificate(State state, String subject, String thumbprint, Instant ends, Optional<Failure> obstacle)
			implements PlanItem {

		/** The id of this kind of item, of which a plan has one. */
		public static final String ID = "certificate"; //$NON-NLS-1$

		@Override
		public String id() {
			return ID;
		}
	}

	/** Creates the presence of an application in the tenant: ours, or a resource's. */
	record CreateServicePrincipal(State state, String appId, String name, Optional<Failure> obstacle)
			implements PlanItem {
		@Override
		public String id() {
			return "service-principal:" + appId; //$NON-NLS-1$
		}
	}

	/** Lists permissions in the application's own declaration, beside those it has ({@code requiredResourceAccess}). */
	record DeclarePermissions(State state, List<PermissionNeed> missing, Optional<Failure> obstacle)
			implements PlanItem {
		public DeclarePermissions {
			missing = List.copyOf(missing);
		}

		@Override
		public String id() {
			return "declaration"; //$NON-NLS-1$
		}
	}

	/** Grants one application permission (app role assignment). */
	record GrantPermission(State state, PermissionNeed need, Optional<Failure> obstacle) implements PlanItem {

		/** The id of the item that grants this permission. */
		public static String id(PermissionNeed need) {
			return "grant:" + need.resource().appId() + ':' + need.value(); //$NON-NLS-1$
		}

		@Override
		public String id() {
			return id(need);
		}
	}

	/** Assigns one directory role to the application's service principal. */
	record AssignDirectoryRole(State state, DirectoryRoleNeed need, Optional<Failure> obstacle) implements PlanItem {
		@Override
		public String id() {
			return "role:" + need.templateId(); //$NON-NLS-1$
		}
	}
}
