package dev.latchkey.registration.graph.tests;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** What an archive needs: it reads, and writes nothing. */
public final class ArchiveProfile implements PermissionProfile {

	@Override
	public String id() {
		return "com.example.archive";
	}

	@Override
	public String name() {
		return "Archive of mail and sites";
	}

	@Override
	public String vendor() {
		return "Example Ltd.";
	}

	@Override
	public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
		return Stream.of(
				new PermissionNeed(Resource.MICROSOFT_GRAPH, "Directory.Read.All",
						Set.of(Service.EXCHANGE, Service.SHAREPOINT), "reads users and groups"),
				new PermissionNeed(Resource.MICROSOFT_GRAPH, "Sites.Read.All", Set.of(Service.SHAREPOINT),
						"lists sites and reads their files"))
				.filter(need -> !Collections.disjoint(need.services(), services)).toList();
	}

	@Override
	public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
		return List.of();
	}
}
