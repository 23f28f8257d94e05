package dev.latchkey.registration.internal;

import static dev.latchkey.registration.Resource.EXCHANGE_ONLINE;
import static dev.latchkey.registration.Resource.MICROSOFT_GRAPH;
import static dev.latchkey.registration.Resource.SHAREPOINT_ONLINE;
import static dev.latchkey.registration.Service.EXCHANGE;
import static dev.latchkey.registration.Service.SHAREPOINT;
import static dev.latchkey.registration.Service.TEAMS;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** What a backup product needs. Ranked last, so that any profile of the console's vendor replaces it. */
@Component(property = "service.ranking:Integer=-1000")
public final class BackupProfile implements PermissionProfile {

	private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451"; //$NON-NLS-1$

	private static final Map<Resource, String> PREFIXES = Map.of(MICROSOFT_GRAPH, "graph", EXCHANGE_ONLINE, "exchange", //$NON-NLS-1$ //$NON-NLS-2$
			SHAREPOINT_ONLINE, "sharepoint"); //$NON-NLS-1$

	private final ResourceBundle texts = ResourceBundle.getBundle(BackupProfile.class.getPackageName() + ".backup"); //$NON-NLS-1$

	@Override
	public String id() {
		return "dev.latchkey.backup"; //$NON-NLS-1$
	}

	@Override
	public String name() {
		return texts.getString("name"); //$NON-NLS-1$
	}

	@Override
	public String vendor() {
		return "Latchkey"; //$NON-NLS-1$
	}

	@Override
	public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
		String sites = MicrosoftClouds.CHINA.equals(cloud) ? "Sites.ReadWrite.All" : "Sites.Read.All"; //$NON-NLS-1$ //$NON-NLS-2$
		return List.of(need(MICROSOFT_GRAPH, "Directory.Read.All", EXCHANGE, SHAREPOINT, TEAMS), //$NON-NLS-1$
				need(MICROSOFT_GRAPH, "Group.Read.All", EXCHANGE, SHAREPOINT, TEAMS), //$NON-NLS-1$
				need(MICROSOFT_GRAPH, sites, SHAREPOINT, TEAMS),
				need(MICROSOFT_GRAPH, "TeamSettings.ReadWrite.All", TEAMS), //$NON-NLS-1$
				need(MICROSOFT_GRAPH, "ChannelMember.Read.All", TEAMS), //$NON-NLS-1$
				need(EXCHANGE_ONLINE, "full_access_as_app", EXCHANGE, TEAMS), //$NON-NLS-1$
				need(EXCHANGE_ONLINE, "Exchange.ManageAsApp", EXCHANGE), //$NON-NLS-1$
				need(SHAREPOINT_ONLINE, "Sites.FullControl.All", SHAREPOINT, TEAMS), //$NON-NLS-1$
				need(SHAREPOINT_ONLINE, "User.Read.All", SHAREPOINT, TEAMS)) //$NON-NLS-1$
				.stream().filter(need -> !Collections.disjoint(need.services(), services)).toList();
	}

	@Override
	public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
		if (!services.contains(EXCHANGE)) {
			return List.of();
		}
		return List.of(new DirectoryRoleNeed(GLOBAL_READER, "Global Reader", texts.getString("Global_Reader"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private PermissionNeed need(Resource resource, String value, Service... services) {
		String key = PREFIXES.get(resource) + '.' + value;
		return new PermissionNeed(resource, value, EnumSet.copyOf(Arrays.asList(services)), texts.getString(key));
	}
}
