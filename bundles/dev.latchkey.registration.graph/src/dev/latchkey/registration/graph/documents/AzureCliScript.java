package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;

/** For bash and the Azure CLI. */
final class AzureCliScript {

	/** By the host of Microsoft Graph. US Government L5 shares the sign-in with L4. */
	private static final Map<String, String> CLOUDS = Map.of("graph.microsoft.com", "AzureCloud", "graph.microsoft.us", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"AzureUSGovernment", "dod-graph.microsoft.us", "AzureUSGovernment", "microsoftgraph.chinacloudapi.cn", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"AzureChinaCloud"); //$NON-NLS-1$

	private final Commands commands;

	AzureCliScript(Commands commands) {
		this.commands = commands;
	}

	String text() throws IOException {
		String values = commands.values().entrySet().stream().map(each -> each.getKey() + '=' + Quoted.shell(each.getValue()))
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
		String tasks = commands.remaining().items().stream().flatMap(this::tasks).collect(Collectors.joining("\n")); //$NON-NLS-1$
		return Commands.template("azure-cli.sh", Map.of("VALUES", values, "CLOUD", cloud(), "TASKS", tasks)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private String cloud() {
		String known = CLOUDS.get(commands.cloud().graph().getHost());
		if (known != null) {
			return "az cloud set --only-show-errors --name " + known + " || exit 1"; //$NON-NLS-1$ //$NON-NLS-2$
		}
		String graph = Quoted.shell(commands.cloud().graph().toString());
		return "az cloud register --only-show-errors --name latchkey --endpoint-active-directory " //$NON-NLS-1$
				+ Quoted.shell(commands.cloud().authority().toString()) + " --endpoint-active-directory-resource-id " + graph //$NON-NLS-1$
				+ " --endpoint-resource-manager " + graph + " || exit 1\naz cloud set --only-show-errors --name latchkey || exit 1"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Stream<String> tasks(PlanItem item) {
		if (item instanceof AddCertificate) {
			return Stream.of(task(item, "add_certificate")); //$NON-NLS-1$
		}
		if (item instanceof CreateServicePrincipal create) {
			return Stream.of(task(item, "create_principal", create.appId())); //$NON-NLS-1$
		}
		if (item instanceof DeclarePermissions declaration) {
			return Commands.byResource(declaration.missing()).entrySet().stream().map(each -> task(item, "declare_permissions", //$NON-NLS-1$
					Stream.concat(Stream.of(each.getKey().appId()), each.getValue().stream()).toArray(String[]::new)));
		}
		if (item instanceof GrantPermission grant) {
			return Stream.of(task(item, "grant", grant.need().resource().appId(), grant.need().value())); //$NON-NLS-1$
		}
		return item instanceof AssignDirectoryRole role ? Stream.of(task(item, "assign_role", role.need().templateId())) //$NON-NLS-1$
				: Stream.of();
	}

	private static String task(PlanItem item, String command, String... arguments) {
		List<String> words = Stream.concat(Stream.of(item.title(), item.standing().role()).map(Quoted::shell),
				Stream.concat(Stream.of(command), Arrays.stream(arguments).map(Quoted::shell))).toList();
		return "task " + String.join(" ", words); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
