package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** One tenant, and a way to make each of its sides answer with a code. */
final class ErrorScenarios implements AutoCloseable {

	private static final String ADMIN = "admin@contoso.example";
	private static final RequestMatcher AUTHORITY = RequestMatcher.at(Origin.AUTHORITY);

	private final RegistrationService service = Services.get(RegistrationService.class);
	private final SimulatedTenant tenant;
	private final Tenant contoso;
	private final RegistrationRequest connected;
	private final AdminSession session;
	private final RegistrationPlan plan;

	ErrorScenarios() throws IOException, RegistrationException {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		Services.settings(this, Map.of(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString()));
		contoso = service.locate(cloud(), tenant.scenario().domain(), null);
		session = signIn();
		connected = request(Certificates.valid());
		tenant.directory().addCertificate(connected.applicationId(), connected.certificate().certificate(), "Ours");
		new Everything().permissions(connected.services(), cloud()).forEach(need -> tenant.directory()
				.grant(connected.applicationId(), need.resource().name(), need.value()));
		tenant.directory().assignDirectoryRole(connected.applicationId(), "Global Reader");
		plan = service.plan(request(Certificates.valid()), session, null);
	}

	@Override
	public void close() {
		session.close();
		tenant.close();
		Services.settings(this, Map.of());
	}

	void clear() {
		tenant.faults().clear();
	}

	private static Cloud cloud() {
		return Services.get(CloudCatalog.class).clouds().stream().filter(cloud -> !MicrosoftClouds.ALL.contains(cloud))
				.findFirst().orElseThrow();
	}

	private RegistrationRequest request(ClientCertificate certificate) {
		return new RegistrationRequest(contoso, Optional.of(ADMIN), EnumSet.of(Service.EXCHANGE, Service.SHAREPOINT),
				tenant.scenario().applicationId(), certificate, new Everything());
	}

	private AdminSession signIn() throws RegistrationException {
		return service.signIn(
				new SignInRequest(contoso, SignInMethod.DEVICE_CODE,
						Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES)),
				code -> tenant.deviceCodes().approve(code.userCode(), ADMIN), null);
	}

	/** Who is signed in after that answer. */
	String signInThrough(String code) throws RegistrationException {
		tenant.faults().add(entra(Fault.on(AUTHORITY.withPath("/token").withBody("device_code")).once(), code));
		try (AdminSession admin = signIn()) {
			return admin.userName();
		}
	}

	/** @param where a heading of docs/errors.md */
	Failure provoke(String where, String code) throws Exception {
		return switch (where) {
		case "Microsoft Entra ID, before anybody signs in" -> {
			tenant.faults().add(entra(Fault.on(AUTHORITY.withPath("openid-configuration")), code));
			yield assertThrows(RegistrationException.class,
					() -> service.locate(contoso.cloud(), tenant.scenario().domain(), null)).failure();
		}
		case "Microsoft Entra ID, when an administrator signs in" -> {
			tenant.faults().add(entra(Fault.on(AUTHORITY.withPath("/devicecode")), code));
			yield assertThrows(RegistrationException.class, this::signIn).failure();
		}
		case "Microsoft Entra ID, when the application signs in with its certificate" -> {
			tenant.faults().add(entra(Fault.on(AUTHORITY.withPath("/token").withBody("client_assertion")), code));
			yield proof(Subject.GRAPH);
		}
		case "Microsoft Graph, to the administrator" -> {
			tenant.faults().add(graph(Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("PATCH|POST")), code));
			yield write();
		}
		case "Microsoft Graph, to the application about a mailbox" -> {
			tenant.faults().add(graph(Fault.on(RequestMatcher.at(Origin.GRAPH).withPath("/mailboxes/")), code));
			yield proof(Subject.EXCHANGE_MAILBOXES);
		}
		case "Exchange Web Services" -> {
			tenant.faults().add(webServices(Fault.on(RequestMatcher.at(Origin.EXCHANGE).withPath("/EWS/")), code));
			yield proof(Subject.EXCHANGE_WEB_SERVICES);
		}
		case "Exchange Online's administration" -> {
			tenant.faults().add(status(Fault.on(RequestMatcher.at(Origin.EXCHANGE).withPath("/adminapi/")), code));
			yield proof(Subject.EXCHANGE_ADMINISTRATION);
		}
		case "SharePoint Online" -> {
			tenant.faults().add(status(Fault.on(RequestMatcher.at(Origin.SHAREPOINT)), code));
			yield proof(Subject.SHAREPOINT);
		}
		default -> throw new AssertionError("Nobody provokes " + where);
		};
	}

	private Failure proof(Subject subject) throws RegistrationException {
		Verification verification = service.verify(connected, Optional.empty(), progress -> {
		}, null);
		Check check = verification.checks().stream().filter(each -> each.subject() == subject).findFirst().orElseThrow();
		if (check.state() != State.FAILED) {
			throw new AssertionError(verification.toString());
		}
		return check.failure().orElseThrow();
	}

	/** The certificate is the only thing that is still to be done. */
	private Failure write() throws RegistrationException {
		List<ItemResult> failed = service.apply(plan, session, progress -> {
		}, null).items().stream().filter(item -> item.item().id().equals("certificate")).toList();
		return failed.get(0).failure().orElseThrow();
	}

	private static Fault entra(Fault fault, String code) {
		if (code.startsWith("AADSTS")) {
			return fault.aadsts(Integer.parseInt(code.substring("AADSTS".length()))).header("Retry-After", "0");
		}
		return code.startsWith("HTTP") ? status(fault, code)
				: fault.answer(400, Map.of(), "{\"error\": \"" + code + "\"}");
	}

	private static Fault graph(Fault fault, String code) {
		return code.startsWith("HTTP") ? status(fault, code) : fault.graphError(400, code, "No.");
	}

	private static Fault webServices(Fault fault, String code) {
		if (code.startsWith("HTTP")) {
			return status(fault, code);
		}
		if (code.matches("\\d+")) {
			return fault.answer(403, Map.of("x-ms-diagnostics", code + ";reason=\"No.\""), "");
		}
		return fault.answer(500, Map.of("Content-Type", "text/xml", "Retry-After", "0"),
				"<Envelope><ResponseCode>" + code + "</ResponseCode></Envelope>");
	}

	private static Fault status(Fault fault, String code) {
		int status = Integer.parseInt(code.substring("HTTP ".length()).replace("5xx", "503"));
		return fault.answer(status, Map.of("Retry-After", "0"), "{}");
	}

	/** Asks for what all checks need. */
	private static final class Everything implements PermissionProfile {

		@Override
		public String id() {
			return "com.example.everything";
		}

		@Override
		public String name() {
			return "Everything";
		}

		@Override
		public String vendor() {
			return "Example";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of(need(Resource.MICROSOFT_GRAPH, "Directory.Read.All"),
					need(Resource.MICROSOFT_GRAPH, "MailboxFolder.ReadWrite.All"),
					need(Resource.EXCHANGE_ONLINE, "full_access_as_app"), need(Resource.EXCHANGE_ONLINE, "Exchange.ManageAsApp"),
					need(Resource.SHAREPOINT_ONLINE, "Sites.FullControl.All"));
		}

		private static PermissionNeed need(Resource resource, String value) {
			return new PermissionNeed(resource, value, EnumSet.allOf(Service.class), "for the test");
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of(new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", "for the test"));
		}
	}
}
