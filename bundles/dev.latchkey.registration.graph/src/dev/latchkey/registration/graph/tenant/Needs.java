package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** What one request needs of its profile. */
public record Needs(RegistrationRequest request, List<PermissionNeed> permissions,
		List<DirectoryRoleNeed> directoryRoles) {

	public static Needs of(RegistrationRequest request) {
		var cloud = request.tenant().cloud();
		return new Needs(request, List.copyOf(request.profile().permissions(request.services(), cloud)),
				List.copyOf(request.profile().directoryRoles(request.services(), cloud)));
	}

	/** In the order of the permissions. */
	public Set<Resource> resources() {
		return permissions.stream().map(PermissionNeed::resource).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	X509Certificate certificate() {
		return request.certificate().certificate();
	}

	Cloud cloud() {
		return request.tenant().cloud();
	}

	/** Application ids of all that can stand for those. */
	Set<String> resourceIds() {
		return resources().stream().flatMap(resource -> Apis.ids(resource, cloud()).stream()).collect(Collectors.toSet());
	}

	/** The permissions that are needed for that service, whatever else they are needed for. */
	public List<PermissionNeed> permissions(Service service) {
		return permissions.stream().filter(need -> need.services().contains(service)).toList();
	}
}
