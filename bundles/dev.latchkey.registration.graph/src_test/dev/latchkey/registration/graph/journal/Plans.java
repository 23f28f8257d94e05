package dev.latchkey.registration.graph.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.TestCertificate;

/** Plans, as far as a journal looks at them. */
final class Plans {

	private Plans() {
	}

	static RegistrationPlan plan(Path folder) throws Exception {
		Tenant tenant = new Tenant(MicrosoftClouds.GLOBAL, "6fa3ae01-7051-4bb2-8e10-30bdf3684478", "contoso.example");
		RegistrationRequest request = new RegistrationRequest(tenant, Optional.of("admin@contoso.example"),
				Set.of(Service.EXCHANGE, Service.SHAREPOINT), "26b0eb55-8145-4eb8-b4a0-577b452cb3aa",
				TestCertificate.make(folder, "Journal"), new Nothing());
		return new RegistrationPlan(request, new Application("Console", "object", List.of(), List.of()),
				Optional.empty(), List.of(), Optional.empty());
	}

	private static final class Nothing implements PermissionProfile {

		@Override
		public String id() {
			return "nothing";
		}

		@Override
		public String name() {
			return "Nothing";
		}

		@Override
		public String vendor() {
			return "Tests";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
