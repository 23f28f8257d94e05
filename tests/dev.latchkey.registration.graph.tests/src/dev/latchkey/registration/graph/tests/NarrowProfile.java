package dev.latchkey.registration.graph.tests;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** As few needs as it takes to have each kind of change: two permissions of different resources, one directory role. */
final class NarrowProfile implements PermissionProfile {

	@Override
	public String id() {
		return "narrow";
	}

	@Override
	public String name() {
		return "Narrow";
	}

	@Override
	public String vendor() {
		return "Tests";
	}

	@Override
	public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
		Set<Service> all = EnumSet.allOf(Service.class);
		return List.of(new PermissionNeed(Resource.MICROSOFT_GRAPH, "Sites.Read.All", all, ""),
				new PermissionNeed(Resource.SHAREPOINT_ONLINE, "Sites.FullControl.All", all, ""));
	}

	@Override
	public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
		return List.of(new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", ""));
	}
}
