package dev.latchkey.registration;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A delegated permission of Microsoft Graph that an administrator's session can have. A session asks for what is needed
 * and no more; {@link RegistrationService#extend} adds to it.
 */
public enum AdminScope {

	/** Reads applications, service principals and their grants. */
	READ_APPLICATIONS("Application.Read.All"), //$NON-NLS-1$
	/** Registers certificates, declares permissions, creates service principals; reads them too. */
	WRITE_APPLICATIONS("Application.ReadWrite.All"), //$NON-NLS-1$
	/** Grants and takes back application permissions. */
	GRANT_PERMISSIONS("AppRoleAssignment.ReadWrite.All"), //$NON-NLS-1$
	/** Assigns and takes back directory roles; reads them too. */
	ASSIGN_ROLES("RoleManagement.ReadWrite.Directory"), //$NON-NLS-1$
	/** Reads the tenant's application management policy. */
	READ_POLICIES("Policy.Read.All"); //$NON-NLS-1$

	private final String value;

	AdminScope(String value) {
		this.value = value;
	}

	/** The permission's value, as Microsoft Graph knows it. */
	public String value() {
		return value;
	}

	/** What it is for, localized. */
	public String reason() {
		ResourceBundle texts = ResourceBundle.getBundle(AdminScope.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return new MessageFormat(texts.getString("scope." + name())).format(null); //$NON-NLS-1$
	}

	/**
	 * What making and carrying out a plan for that request can need; the organization's rules for certificates too, because
	 * what they refuse is to be said before anything is written.
	 */
	public static Set<AdminScope> neededFor(RegistrationRequest request) {
		Set<Service> services = request.services();
		Cloud cloud = request.tenant().cloud();
		EnumSet<AdminScope> scopes = EnumSet.of(WRITE_APPLICATIONS, READ_POLICIES);
		if (!request.profile().permissions(services, cloud).isEmpty()) {
			scopes.add(GRANT_PERMISSIONS);
		}
		if (!request.profile().directoryRoles(services, cloud).isEmpty()) {
			scopes.add(ASSIGN_ROLES);
		}
		return scopes;
	}

	/** What carrying out the plan's items that are to be done needs, and no more. */
	public static Set<AdminScope> neededFor(RegistrationPlan plan) {
		return withReading(plan.items().stream().filter(item -> item.state() == PlanItem.State.TO_DO)
				.map(AdminScope::neededFor));
	}

	/** What doing what is missing needs, and no more. */
	public static Set<AdminScope> neededFor(RegistrationResult result) {
		return withReading(result.missing().stream().map(ItemResult::item).map(AdminScope::neededFor));
	}

	/** What taking back what a run left needs, and no more. */
	public static Set<AdminScope> neededFor(JournalRun run) {
		return withReading(run.changes().stream().filter(change -> change.mayBeThere() && !change.irrevocable())
				.map(change -> neededFor(change.itemId())));
	}

	private static AdminScope neededFor(String itemId) {
		if (PlanItem.GrantPermission.isId(itemId) || itemId.startsWith(PlanItem.RevokePermission.PREFIX)) {
			return GRANT_PERMISSIONS;
		}
		return PlanItem.AssignDirectoryRole.isId(itemId) ? ASSIGN_ROLES : WRITE_APPLICATIONS;
	}

	private static Set<AdminScope> withReading(Stream<AdminScope> needed) {
		EnumSet<AdminScope> scopes = needed.collect(Collectors.toCollection(() -> EnumSet.noneOf(AdminScope.class)));
		if (!scopes.contains(WRITE_APPLICATIONS)) {
			scopes.add(READ_APPLICATIONS);
		}
		return scopes;
	}

	/** What carrying out that item needs. */
	public static AdminScope neededFor(PlanItem item) {
		return neededFor(item.id());
	}
}
