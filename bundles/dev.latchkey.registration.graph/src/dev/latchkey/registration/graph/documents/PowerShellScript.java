package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;

/** For PowerShell and the part of Microsoft's module that signs in. */
final class PowerShellScript {

	/** By the host of Microsoft Graph. */
	private static final Map<String, String> ENVIRONMENTS = Map.of("graph.microsoft.com", "Global", "graph.microsoft.us", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"USGov", "dod-graph.microsoft.us", "USGovDoD", "microsoftgraph.chinacloudapi.cn", "China"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private static final String OWN = "Latchkey"; //$NON-NLS-1$

	private final Commands commands;

	PowerShellScript(Commands commands) {
		this.commands = commands;
	}

	/** With the ends of lines that Windows has. */
	String text() throws IOException {
		String values = commands.values().entrySet().stream()
				.map(each -> '$' + each.getKey() + " = " + Quoted.powerShell(each.getValue())).collect(Collectors.joining("\n")); //$NON-NLS-1$ //$NON-NLS-2$
		String tasks = commands.remaining().items().stream().flatMap(this::tasks).map(task -> '\t' + task)
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
		String environment = ENVIRONMENTS.get(commands.cloud().graph().getHost());
		String connect = environment == null ? own() : connect(environment);
		String afterwards = environment == null ? "\tRemove-MgEnvironment -Name '" + OWN + '\'' : ""; //$NON-NLS-1$ //$NON-NLS-2$
		return Commands.template("powershell.ps1", //$NON-NLS-1$
				Map.of("VALUES", values, "CLOUD", connect, "TASKS", tasks, "AFTERWARDS", afterwards)).replace("\n", "\r\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}

	private String own() {
		return "$null = Add-MgEnvironment -Name '" + OWN + "' -GraphEndpoint $graph -AzureADEndpoint " //$NON-NLS-1$ //$NON-NLS-2$
				+ argument(commands.cloud().authority().toString()) + '\n' + connect(OWN);
	}

	/** The tokens stay in this process. */
	private String connect(String environment) {
		return "Connect-MgGraph -Environment '" + environment + "' -TenantId $tenant -ContextScope Process -NoWelcome -Scopes " + scopes(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String scopes() {
		Set<AdminScope> scopes = new TreeSet<>(Set.of(AdminScope.READ_APPLICATIONS));
		commands.remaining().items().forEach(item -> scopes.add(AdminScope.neededFor(item)));
		return scopes.stream().map(scope -> Quoted.powerShell(scope.value())).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	private Stream<String> tasks(PlanItem item) {
		if (item instanceof AddCertificate) {
			return Stream.of(task(item, "Add-Certificate")); //$NON-NLS-1$
		}
		if (item instanceof CreateServicePrincipal create) {
			return Stream.of(task(item, "New-Principal " + argument(create.appId()))); //$NON-NLS-1$
		}
		if (item instanceof DeclarePermissions declaration) {
			return Commands.byResource(declaration.missing()).entrySet().stream()
					.map(each -> task(item, "Add-Declaration " + argument(each.getKey().appId()) + " @(" //$NON-NLS-1$ //$NON-NLS-2$
							+ each.getValue().stream().map(Quoted::powerShell).collect(Collectors.joining(", ")) + ')')); //$NON-NLS-1$
		}
		if (item instanceof GrantPermission grant) {
			return Stream.of(task(item, "Add-Grant " + argument(grant.need().resource().appId()) + ' ' //$NON-NLS-1$
					+ argument(grant.need().value())));
		}
		return item instanceof AssignDirectoryRole role
				? Stream.of(task(item, "Add-DirectoryRole " + argument(role.need().templateId()))) //$NON-NLS-1$
				: Stream.of();
	}

	private static String task(PlanItem item, String command) {
		return "Invoke-Task " + argument(item.title()) + ' ' + argument(item.standing().role()) + " { " + command + " }"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String argument(String text) {
		return '(' + Quoted.powerShell(text) + ')';
	}
}
