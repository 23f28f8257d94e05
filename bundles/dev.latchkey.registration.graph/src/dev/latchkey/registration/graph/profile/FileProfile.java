package dev.latchkey.registration.graph.profile;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;

/** A profile that was read from a file. */
record FileProfile(String id, String name, String vendor, List<Permission> allPermissions, List<Role> allRoles)
		implements PermissionProfile {

	FileProfile {
		allPermissions = List.copyOf(allPermissions);
		allRoles = List.copyOf(allRoles);
	}

	@Override
	public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
		return allPermissions.stream().filter(permission -> permission.clouds().contain(cloud.id()))
				.map(Permission::need).filter(need -> !Collections.disjoint(need.services(), services)).toList();
	}

	@Override
	public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
		return allRoles.stream()
				.filter(role -> role.clouds().contain(cloud.id()) && !Collections.disjoint(role.services(), services))
				.map(Role::need).toList();
	}

	record Permission(PermissionNeed need, CloudChoice clouds) {
	}

	record Role(DirectoryRoleNeed need, Set<Service> services, CloudChoice clouds) {
	}
}
