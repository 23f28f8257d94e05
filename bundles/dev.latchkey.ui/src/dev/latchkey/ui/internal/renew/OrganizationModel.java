package dev.latchkey.ui.internal.renew;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Tenant;
import dev.latchkey.ui.internal.connect.SignInModel;

/** What is done for chosen connections, by their applications or by an administrator of their organization. */
abstract class OrganizationModel extends SignInModel {

	private final Map<String, Cloud> clouds;
	private boolean byAdministrator;

	/** @param clouds those that are known here, by their id */
	OrganizationModel(Map<String, Cloud> clouds, boolean byAdministrator) {
		this.clouds = Map.copyOf(clouds);
		this.byAdministrator = byAdministrator;
	}

	abstract List<Connection> chosen();

	/** Whether an administrator signs in, instead of the applications doing it themselves. */
	final boolean byAdministrator() {
		return byAdministrator;
	}

	final void setByAdministrator(boolean administrator) {
		byAdministrator = administrator;
		changed();
	}

	/** Who does it: the signed-in administrator, or nobody but the application. */
	final Optional<AdminSession> administrator() {
		return byAdministrator ? session() : Optional.empty();
	}

	/** Whether all that are chosen are of one organization, so that one sign-in is enough. */
	final boolean oneOrganization() {
		return chosen().stream().map(connection -> List.of(connection.cloudId(), connection.tenantId())).distinct().count() == 1;
	}

	@Override
	public final Optional<Tenant> tenant() {
		return oneOrganization() ? chosen().stream().findFirst().flatMap(this::tenant) : Optional.empty();
	}

	private Optional<Tenant> tenant(Connection connection) {
		return Optional.ofNullable(clouds.get(connection.cloudId()))
				.map(cloud -> new Tenant(cloud, connection.tenantId(), connection.domain()));
	}

	@Override
	public final Set<AdminScope> scopes() {
		return EnumSet.of(AdminScope.WRITE_APPLICATIONS, AdminScope.READ_POLICIES);
	}
}
