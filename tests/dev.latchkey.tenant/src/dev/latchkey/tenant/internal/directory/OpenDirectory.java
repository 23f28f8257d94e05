package dev.latchkey.tenant.internal.directory;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.TenantDirectory;
import dev.latchkey.tenant.internal.Json;

/** A tenant's directory for tests. */
public final class OpenDirectory implements TenantDirectory {

	private final Tenant tenant;
	private final Catalogue catalogue;
	private final Objects objects;

	public OpenDirectory(Tenant tenant, Catalogue catalogue, Clock clock) {
		this.tenant = tenant;
		this.catalogue = catalogue;
		objects = new Objects(catalogue, clock, tenant.id());
	}

	@Override
	public String state() {
		return Json.pretty(latest().canonical());
	}

	@Override
	public List<X509Certificate> certificates(String applicationId) {
		return Json.objects(object(latest(), Table.APPLICATIONS, applicationId), "keyCredentials").map(Certificates::of)
				.toList();
	}

	@Override
	public String addCertificate(String applicationId, X509Certificate certificate, String displayName) {
		String keyId = UUID.randomUUID().toString();
		try {
			JsonObject credential = Certificates.keyCredential(keyId, displayName, certificate);
			credentials(applicationId, list -> list.add(credential));
			return keyId;
		} catch (GeneralSecurityException e) {
			throw new IllegalArgumentException(e);
		}
	}

	@Override
	public void removeCertificate(String applicationId, String keyId) {
		credentials(applicationId, list -> {
			for (JsonElement element : new ArrayList<>(list.asList())) {
				if (Json.text(element.getAsJsonObject(), "keyId").equalsIgnoreCase(keyId)) {
					list.remove(element);
				}
			}
		});
	}

	@Override
	public List<String> granted(String applicationId) {
		Snapshot now = latest();
		String id = Json.text(object(now, Table.SERVICE_PRINCIPALS, applicationId), "id");
		return now.all(Table.APP_ROLE_ASSIGNMENTS).filter(a -> Json.text(a, "principalId").equals(id))
				.map(a -> Json.text(a, "resourceDisplayName") + '/' + roleName(now, a)).sorted().toList();
	}

	@Override
	public void grant(String applicationId, String resource, String role) {
		tenant.directory().change(change -> {
			change.put(Table.APP_ROLE_ASSIGNMENTS,
					objects.appRoleAssignment(object(change.now(), Table.SERVICE_PRINCIPALS, applicationId),
							object(change.now(), Table.SERVICE_PRINCIPALS, catalogue.appId(resource)),
							catalogue.permission(resource, role)));
			return null;
		});
	}

	@Override
	public void revoke(String applicationId, String resource, String role) {
		tenant.directory().change(change -> {
			Snapshot now = change.now();
			String client = Json.text(object(now, Table.SERVICE_PRINCIPALS, applicationId), "id");
			String server = Json.text(object(now, Table.SERVICE_PRINCIPALS, catalogue.appId(resource)), "id");
			String roleId = catalogue.permission(resource, role);
			now.all(Table.APP_ROLE_ASSIGNMENTS)
					.filter(a -> Json.text(a, "principalId").equals(client) && Json.text(a, "resourceId").equals(server)
							&& Json.text(a, "appRoleId").equals(roleId))
					.map(a -> Json.text(a, "id")).toList()
					.forEach(id -> change.remove(Table.APP_ROLE_ASSIGNMENTS, id));
			return null;
		});
	}

	@Override
	public List<String> directoryRoles(String name) {
		Snapshot now = latest();
		String id = principal(now, name);
		return now.all(Table.ROLE_ASSIGNMENTS).filter(a -> Json.text(a, "principalId").equals(id))
				.map(a -> catalogue.roleName(Json.text(a, "roleDefinitionId")).orElse("?")).sorted().toList();
	}

	@Override
	public void assignDirectoryRole(String name, String role) {
		tenant.directory().change(change -> {
			change.put(Table.ROLE_ASSIGNMENTS, objects.roleAssignment(principal(change.now(), name), role));
			return null;
		});
	}

	@Override
	public void removeDirectoryRole(String name, String role) {
		tenant.directory().change(change -> {
			String id = principal(change.now(), name);
			change.now().all(Table.ROLE_ASSIGNMENTS)
					.filter(a -> Json.text(a, "principalId").equals(id)
							&& Json.text(a, "roleDefinitionId").equals(catalogue.role(role)))
					.map(a -> Json.text(a, "id")).toList().forEach(a -> change.remove(Table.ROLE_ASSIGNMENTS, a));
			return null;
		});
	}

	@Override
	public void removeServicePrincipal(String applicationId) {
		tenant.directory().change(change -> change.remove(Table.SERVICE_PRINCIPALS,
				Json.text(object(change.now(), Table.SERVICE_PRINCIPALS, applicationId), "id")));
	}

	@Override
	public void limitCertificateLifetime(Optional<Duration> limit) {
		tenant.directory().change(change -> {
			change.put(Table.POLICY, objects.policy(limit.map(d -> "P" + d.toDays() + 'D')));
			return null;
		});
	}

	private Snapshot latest() {
		return tenant.directory().latest();
	}

	private void credentials(String applicationId, Consumer<JsonArray> work) {
		tenant.directory().change(change -> {
			JsonObject application = object(change.now(), Table.APPLICATIONS, applicationId).deepCopy();
			work.accept(application.getAsJsonArray("keyCredentials"));
			change.put(Table.APPLICATIONS, application);
			return null;
		});
	}

	private String principal(Snapshot now, String name) {
		return tenant.account(name).map(a -> a.id())
				.orElseGet(() -> Json.text(object(now, Table.SERVICE_PRINCIPALS, name), "id"));
	}

	private static String roleName(Snapshot now, JsonObject assignment) {
		String roleId = Json.text(assignment, "appRoleId");
		return now.byId(Table.SERVICE_PRINCIPALS, Json.text(assignment, "resourceId")).stream()
				.flatMap(r -> Json.objects(r, "appRoles")).filter(r -> Json.text(r, "id").equals(roleId))
				.map(r -> Json.text(r, "value")).findFirst().orElse(roleId);
	}

	private static JsonObject object(Snapshot now, Table table, String appId) {
		return now.byAppId(table, appId)
				.orElseThrow(() -> new IllegalArgumentException("No " + table.label() + " with client id " + appId));
	}
}
