package dev.latchkey.registration.graph.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Resource;

/**
 * The single requests, as editors send them that know {@code .http} files. Where Microsoft Graph replaces a list as a
 * whole, what is there has to be put in by hand: as long as nobody does, the request is no JSON and is refused.
 */
final class HttpRequests {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+"); //$NON-NLS-1$
	private static final String LOGIN = "\nAuthorization: Bearer {{token}}\n"; //$NON-NLS-1$
	private static final String BODY = LOGIN + "Content-Type: application/json\n\n"; //$NON-NLS-1$
	private static final String OWN = "{{own.response.body.id}}"; //$NON-NLS-1$

	private final Commands commands;
	private final Map<String, String> names = new LinkedHashMap<>();
	private final StringBuilder text = new StringBuilder();

	HttpRequests(Commands commands) {
		this.commands = commands;
	}

	String text() {
		text.append("# Requests of Microsoft Graph, each to be read before it is sent, from the first to the last.\n" //$NON-NLS-1$
				+ "# They add. What is there already is answered with an error, which does no harm.\n" //$NON-NLS-1$
				+ "# Put an administrator's access token in the place of TOKEN, and don't save it.\n") //$NON-NLS-1$
				.append("@graph = ").append(commands.cloud().graph()).append("/v1.0\n@token = TOKEN\n"); //$NON-NLS-1$ //$NON-NLS-2$
		request("The application", "# @name app\nGET {{graph}}/applications(appId='" + commands.applicationId() //$NON-NLS-1$ //$NON-NLS-2$
				+ "')?$select=id,appId,displayName,keyCredentials,requiredResourceAccess" + LOGIN); //$NON-NLS-1$
		if (!commands.remaining().of(AddCertificate.class).isEmpty()) {
			certificate();
		}
		commands.remaining().of(CreateServicePrincipal.class).forEach(item -> request(item.title(),
				"POST {{graph}}/servicePrincipals" + BODY + "{\"appId\": " + Quoted.json(item.appId()) + "}\n")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		request("The application's service principal", "# @name own\nGET {{graph}}/servicePrincipals(appId='" //$NON-NLS-1$ //$NON-NLS-2$
				+ commands.applicationId() + "')?$select=id,appId" + LOGIN); //$NON-NLS-1$
		resources().forEach(this::resource);
		commands.remaining().of(DeclarePermissions.class).forEach(this::declaration);
		commands.remaining().of(GrantPermission.class).forEach(this::grant);
		commands.remaining().of(AssignDirectoryRole.class).forEach(this::role);
		return text.toString();
	}

	private void request(String title, String request) {
		text.append("\n### ").append(Harmless.of(title)).append('\n').append(request); //$NON-NLS-1$
	}

	private void certificate() {
		request("The certificate. Microsoft Graph replaces the whole list", //$NON-NLS-1$
				"# Put all that the first request answered as keyCredentials in the place of the words, with their keyId, each with key null.\n" //$NON-NLS-1$
						+ "PATCH {{graph}}/applications/{{app.response.body.id}}" + BODY //$NON-NLS-1$
						+ "{\"keyCredentials\": [\n  ALL THAT ARE THERE,\n  " + commands.credential() + "\n]}\n"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Set<Resource> resources() {
		List<PermissionNeed> needs = new ArrayList<>();
		commands.remaining().of(GrantPermission.class).forEach(grant -> needs.add(grant.need()));
		commands.remaining().of(DeclarePermissions.class).forEach(declaration -> needs.addAll(declaration.missing()));
		return new LinkedHashSet<>(Remaining.resources(needs));
	}

	private void resource(Resource resource) {
		String name = "resource" + (names.size() + 1); //$NON-NLS-1$
		names.put(resource.appId(), name);
		request(resource.name(), "# @name " + name + "\nGET {{graph}}/servicePrincipals(appId='" + plain(resource.appId()) //$NON-NLS-1$ //$NON-NLS-2$
				+ "')?$select=id,appId,appRoles" + LOGIN); //$NON-NLS-1$
	}

	private void declaration(DeclarePermissions item) {
		StringBuilder entries = new StringBuilder();
		Commands.byResource(item.missing()).forEach((resource, values) -> {
			String roles = String.join(", ", values.stream().map(value -> "{\"id\": \"" + role(resource, value) + "\", \"type\": \"Role\"}").toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			entries.append(entries.isEmpty() ? "" : ",\n").append("  {\"resourceAppId\": ").append(Quoted.json(resource.appId())) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.append(", \"resourceAccess\": [").append(roles).append("]}"); //$NON-NLS-1$ //$NON-NLS-2$
		});
		request(item.title() + ". Microsoft Graph replaces the whole list", //$NON-NLS-1$
				"# Put all that the first request answered as requiredResourceAccess in the place of the words; one entry for each API.\n" //$NON-NLS-1$
						+ "PATCH {{graph}}/applications/{{app.response.body.id}}" + BODY //$NON-NLS-1$
						+ "{\"requiredResourceAccess\": [\n  ALL THAT ARE THERE,\n" + entries + "\n]}\n"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void grant(GrantPermission item) {
		Resource resource = item.need().resource();
		request(item.title(), "# Role: " + Harmless.of(item.standing().role()) + "\nPOST {{graph}}/servicePrincipals/" + OWN //$NON-NLS-1$ //$NON-NLS-2$
				+ "/appRoleAssignments" + BODY + "{\"principalId\": \"" + OWN + "\", \"resourceId\": \"{{" //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				+ names.get(resource.appId()) + ".response.body.id}}\", \"appRoleId\": \"" + role(resource, item.need().value()) + "\"}\n"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void role(AssignDirectoryRole item) {
		request(item.title(), "# Role: " + Harmless.of(item.standing().role()) //$NON-NLS-1$
				+ "\nPOST {{graph}}/roleManagement/directory/roleAssignments" + BODY + "{\"principalId\": \"" + OWN //$NON-NLS-1$ //$NON-NLS-2$
				+ "\", \"roleDefinitionId\": " + Quoted.json(item.need().templateId()) + ", \"directoryScopeId\": \"/\"}\n"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Looked up by its name in what the resource answered, because ids differ between clouds. */
	private String role(Resource resource, String value) {
		return "{{" + names.get(resource.appId()) + ".response.body.$.appRoles[?(@.value=='" + plain(value) + "')].id}}"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Names of permissions are plain; others would not be found, rather than end the expression. */
	private static String plain(String value) {
		return NAME.matcher(value).matches() ? value : ""; //$NON-NLS-1$
	}
}
