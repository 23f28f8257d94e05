package dev.latchkey.registration;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a console needs of Microsoft 365, and why. A console's vendor registers its own as an OSGi service, or brings a
 * file; see {@link ProfileCatalog}. Immutable, callable from any thread.
 */
@ConsumerType
public interface PermissionProfile {

	/** Identifies the profile across restarts and versions; begins with a domain name of the vendor, as packages do. */
	String id();

	/** Localized name of what these needs are for. */
	String name();

	/** Whose needs these are: the name of a company or product. */
	String vendor();

	/** The application permissions for these services in that cloud; no more than they need, in the order to show them. */
	List<PermissionNeed> permissions(Set<Service> services, Cloud cloud);

	/** The directory roles that the application itself needs for these services in that cloud; often none. */
	List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud);

	/**
	 * One application permission. Its id is looked up by the value in the tenant, because ids differ between clouds.
	 *
	 * @param resource the API
	 * @param value    the app role's value, such as {@code Directory.Read.All}
	 * @param services for which of the services it is needed; never empty
	 * @param reason   localized: what it is for
	 */
	record PermissionNeed(Resource resource, String value, Set<Service> services, String reason) {
		public PermissionNeed {
			Objects.requireNonNull(resource, "resource"); //$NON-NLS-1$
			Objects.requireNonNull(value, "value"); //$NON-NLS-1$
			services = Set.copyOf(services);
			Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		}
	}

	/**
	 * One directory role.
	 *
	 * @param templateId the role template's id, the same in all tenants
	 * @param name       Microsoft's English name of the role
	 * @param reason     localized: what it is for
	 */
	record DirectoryRoleNeed(String templateId, String name, String reason) {
		public DirectoryRoleNeed {
			Objects.requireNonNull(templateId, "templateId"); //$NON-NLS-1$
			Objects.requireNonNull(name, "name"); //$NON-NLS-1$
			Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		}
	}
}
