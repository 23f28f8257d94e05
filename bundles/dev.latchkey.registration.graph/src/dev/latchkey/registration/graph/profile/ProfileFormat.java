package dev.latchkey.registration.graph.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.profile.FileProfile.Permission;
import dev.latchkey.registration.graph.profile.FileProfile.Role;
import dev.latchkey.registration.graph.profile.Located.Text;

/** The format of profile files: {@code docs/permission-profiles.md}. */
final class ProfileFormat {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*"); //$NON-NLS-1$
	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.-]+"); //$NON-NLS-1$
	private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"); //$NON-NLS-1$

	private static final List<Resource> WELL_KNOWN = List.of(Resource.MICROSOFT_GRAPH, Resource.EXCHANGE_ONLINE,
			Resource.SHAREPOINT_ONLINE);

	private static final String SERVICES = Set.of(Service.values()).stream().map(ProfileFormat::name).sorted()
			.collect(Collectors.joining(", ")); //$NON-NLS-1$

	private final Set<String> cloudIds;
	private final Locale locale;

	/** @param cloudIds of all clouds that are known here */
	ProfileFormat(Set<String> cloudIds, Locale locale) {
		this.cloudIds = cloudIds;
		this.locale = locale;
	}

	PermissionProfile read(String content) throws MalformedException {
		Shape json = new Shape(LocatedJson.read(content),
				List.of("id", "name", "vendor", "permissions", "directoryRoles")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		String id = json.text("id", ID, Messages.badId); //$NON-NLS-1$
		if (id.startsWith(ProfileCatalog.OWN)) {
			throw new MalformedException(json.get("id").position(), NLS.bind(Messages.ownId, ProfileCatalog.OWN)); //$NON-NLS-1$
		}
		return new FileProfile(id, Localized.text(json.get("name"), locale), json.text("vendor"), //$NON-NLS-1$ //$NON-NLS-2$
				permissions(json.items("permissions")), roles(json)); //$NON-NLS-1$
	}

	private List<Permission> permissions(List<Located> items) throws MalformedException {
		List<Permission> permissions = new ArrayList<>();
		for (Located item : items) {
			Permission permission = permission(item);
			if (permissions.stream().anyMatch(other -> same(permission, other))) {
				throw new MalformedException(item.position(), NLS.bind(Messages.samePermission, permission.need().value(),
						permission.need().resource().name()));
			}
			permissions.add(permission);
		}
		return permissions;
	}

	private static boolean same(Permission one, Permission other) {
		return one.need().resource().equals(other.need().resource()) && one.need().value().equals(other.need().value())
				&& one.clouds().overlap(other.clouds());
	}

	private Permission permission(Located item) throws MalformedException {
		Shape json = new Shape(item, List.of("resource", "value", "services", "reason", "clouds", "exceptClouds")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		PermissionNeed need = new PermissionNeed(resource(json.get("resource")), //$NON-NLS-1$
				json.text("value", VALUE, Messages.badValue), services(json), reason(json)); //$NON-NLS-1$
		return new Permission(need, clouds(json));
	}

	private List<Role> roles(Shape profile) throws MalformedException {
		Optional<Located> items = profile.find("directoryRoles"); //$NON-NLS-1$
		List<Role> roles = new ArrayList<>();
		for (Located item : items.isEmpty() ? List.<Located>of() : Shape.items(items.get())) {
			Role role = role(item);
			if (roles.stream().anyMatch(other -> other.need().templateId().equals(role.need().templateId())
					&& other.clouds().overlap(role.clouds()))) {
				throw new MalformedException(item.position(), NLS.bind(Messages.sameRole, role.need().name()));
			}
			roles.add(role);
		}
		return roles;
	}

	private Role role(Located item) throws MalformedException {
		Shape json = new Shape(item, List.of("templateId", "name", "services", "reason", "clouds", "exceptClouds")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		return new Role(new DirectoryRoleNeed(guid(json, "templateId"), json.text("name"), reason(json)), services(json), //$NON-NLS-1$ //$NON-NLS-2$
				clouds(json));
	}

	private String reason(Shape json) throws MalformedException {
		return Localized.text(json.get("reason"), locale); //$NON-NLS-1$
	}

	private static String guid(Shape json, String name) throws MalformedException {
		return json.text(name, GUID, Messages.notGuid).toLowerCase(Locale.ROOT);
	}

	private static Resource resource(Located value) throws MalformedException {
		if (value instanceof Text text) {
			return WELL_KNOWN.stream().filter(known -> known.name().equals(text.value())).findFirst()
					.orElseThrow(() -> new MalformedException(text.position(), NLS.bind(Messages.unknownResource, text.value(),
							WELL_KNOWN.stream().map(Resource::name).collect(Collectors.joining(", "))))); //$NON-NLS-1$
		}
		Shape json = new Shape(value, List.of("appId", "name")); //$NON-NLS-1$ //$NON-NLS-2$
		Resource named = new Resource(guid(json, "appId"), json.text("name")); //$NON-NLS-1$ //$NON-NLS-2$
		return WELL_KNOWN.stream().filter(known -> known.appId().equals(named.appId())).findFirst().orElse(named);
	}

	private static Set<Service> services(Shape json) throws MalformedException {
		Set<Service> services = EnumSet.noneOf(Service.class);
		for (Located item : filled(json.get("services"))) { //$NON-NLS-1$
			String text = Shape.text(item);
			Service service = Set.of(Service.values()).stream().filter(each -> name(each).equals(text)).findFirst()
					.orElseThrow(() -> new MalformedException(item.position(),
							NLS.bind(Messages.unknownService, text, SERVICES)));
			if (!services.add(service)) {
				throw new MalformedException(item.position(), NLS.bind(Messages.twice, text));
			}
		}
		return services;
	}

	private static String name(Service service) {
		return service.name().toLowerCase(Locale.ROOT);
	}

	private CloudChoice clouds(Shape json) throws MalformedException {
		Optional<Located> these = json.find("clouds"); //$NON-NLS-1$
		Optional<Located> others = json.find("exceptClouds"); //$NON-NLS-1$
		if (these.isPresent() && others.isPresent()) {
			throw new MalformedException(others.get().position(), Messages.twoChoices);
		}
		if (these.isPresent()) {
			return new CloudChoice(cloudIds(these.get()), true);
		}
		return others.isPresent() ? new CloudChoice(cloudIds(others.get()), false) : CloudChoice.ALL;
	}

	private Set<String> cloudIds(Located value) throws MalformedException {
		Set<String> ids = new HashSet<>();
		for (Located item : filled(value)) {
			String id = Shape.text(item);
			if (!cloudIds.contains(id)) {
				throw new MalformedException(item.position(), NLS.bind(Messages.unknownCloud, id,
						cloudIds.stream().sorted().collect(Collectors.joining(", ")))); //$NON-NLS-1$
			}
			if (!ids.add(id)) {
				throw new MalformedException(item.position(), NLS.bind(Messages.twice, id));
			}
		}
		return ids;
	}

	private static List<Located> filled(Located value) throws MalformedException {
		List<Located> items = Shape.items(value);
		if (items.isEmpty()) {
			throw new MalformedException(value.position(), Messages.emptyArray);
		}
		return items;
	}
}
