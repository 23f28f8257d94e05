package dev.latchkey.registration.graph.documents;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.TestCertificate;

/** Plans in which every text of a stranger can be chosen. */
record Plans(String text, ClientCertificate certificate, Cloud cloud) {

	static final String APPLICATION = "26b0eb55-8145-4eb8-b4a0-577b452cb3aa";
	static final String TENANT = "0b1c2d3e-0000-4000-8000-123456789abc";

	static Plans of(String text, Path folder) throws Exception {
		return new Plans(text, TestCertificate.make(folder, "Backup"), MicrosoftClouds.GLOBAL);
	}

	private final class Strange implements PermissionProfile {

		@Override
		public String id() {
			return text;
		}

		@Override
		public String name() {
			return text;
		}

		@Override
		public String vendor() {
			return text;
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud where) {
			return List.of(need(Resource.MICROSOFT_GRAPH, "Directory.Read.All"), need(Resource.SHAREPOINT_ONLINE, "Sites.FullControl.All"),
					need(new Resource(text, text), text));
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud where) {
			return List.of(new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", text),
					new DirectoryRoleNeed(text, text, text));
		}

		private PermissionNeed need(Resource resource, String value) {
			return new PermissionNeed(resource, value, Set.of(Service.SHAREPOINT), text);
		}
	}

	RegistrationRequest request() {
		return new RegistrationRequest(new Tenant(cloud, TENANT, text), Optional.of(text), Set.of(Service.SHAREPOINT, Service.EXCHANGE),
				APPLICATION, certificate, new Strange());
	}

	/** A plan with an item of every kind and of every state. */
	RegistrationPlan plan() {
		PermissionProfile profile = request().profile();
		X509Certificate own = certificate.certificate();
		ExistingCertificate old = new ExistingCertificate("5a5a5a5a-0000-4000-8000-000000000001", text, "",
				Optional.of(Instant.parse("2020-01-02T03:04:05Z")));
		var needs = profile.permissions(Set.of(), cloud);
		var roles = profile.directoryRoles(Set.of(), cloud);
		GraphRequest request = new GraphRequest("POST", URI.create("https://graph.microsoft.com/v1.0/x/%7Bid%7D"), "{\"a\": [1]}");
		List<PlanItem> items = List.of(
				new PlanItem.AddCertificate(new Standing(State.TO_DO, Optional.empty(), "Application Administrator", List.of(request)),
						text, "AB", own.getNotAfter().toInstant()),
				new PlanItem.RemoveCertificate(standing(State.OFFERED), old),
				new PlanItem.CreateServicePrincipal(standing(State.TO_DO), text, text),
				new PlanItem.DeclarePermissions(standing(State.TO_DO), needs), grant(State.DONE, needs.get(0)),
				grant(State.TO_DO, needs.get(1)),
				new PlanItem.GrantPermission(new Standing(State.NOT_POSSIBLE,
						Optional.of(Failure.of(Reason.PERMISSION_UNKNOWN, text, text)), text, List.of()), needs.get(2)),
				new PlanItem.AssignDirectoryRole(new Standing(State.NOT_ALLOWED,
						Optional.of(Failure.of(Reason.ROLE_REQUIRED, text)), text, List.of()), roles.get(1)));
		return new RegistrationPlan(request(), new Application(text, "11111111-0000-4000-8000-000000000001", List.of(old),
				List.of(new ExtraPermission(text, text))), Optional.of(new CredentialPolicy(text, Optional.of(Duration.ofDays(180)), true)),
				items, Optional.empty());
	}

	private static PlanItem grant(State state, PermissionProfile.PermissionNeed need) {
		return new PlanItem.GrantPermission(standing(state), need);
	}

	private static Standing standing(State state) {
		return new Standing(state, Optional.empty(), "Application Administrator", List.of());
	}

	HandOver unseen() {
		return new HandOver(request(), Optional.empty(), Optional.empty());
	}

	HandOver planned() {
		return new HandOver(request(), Optional.of(plan()), Optional.empty());
	}

	/** Where the first items are done, as many as that. */
	HandOver done(int count) {
		RegistrationPlan plan = plan();
		List<ItemResult> results = plan.items().stream().map(item -> new ItemResult(item,
				plan.items().indexOf(item) < count ? Outcome.DONE : Outcome.FAILED, Duration.ZERO, Optional.empty(), Optional.empty())).toList();
		return new HandOver(request(), Optional.of(plan), Optional.of(new RegistrationResult(results, Optional.empty())));
	}
}
