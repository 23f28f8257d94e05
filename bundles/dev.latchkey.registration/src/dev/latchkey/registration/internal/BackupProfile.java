package dev.latchkey.registration.internal;

import static dev.latchkey.registration.Resource.EXCHANGE_ONLINE;
import static dev.latchkey.registration.Resource.MICROSOFT_GRAPH;
import static dev.latchkey.registration.Resource.SHAREPOINT_ONLINE;
import static dev.latchkey.registration.Service.EXCHANGE;
import static dev.latchkey.registration.Service.SHAREPOINT;
import static dev.latchkey.registration.Service.TEAMS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** What a backup product needs: one table, of which each profile takes its parts. */
abstract class BackupProfile implements PermissionProfile {

	/** What not every profile asks for. */
	enum Part {
		/** Mailboxes through Microsoft Graph. */
		GRAPH_MAILBOXES,
		/** Mailboxes through Exchange Web Services, which Microsoft is switching off. */
		EXCHANGE_WEB_SERVICES,
		/** Messages of channels: a protected API, which Microsoft lets an organization use on request. */
		TEAM_POSTS,
		/** Writing back what was backed up. */
		RESTORE,
		/** Sites where reading is enough. */
		READ_SITES,
		/** Sites in the cloud where reading is not. */
		WRITE_SITES
	}

	private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451"; //$NON-NLS-1$

	private static final Set<Cloud> WITHOUT_TEAM_POSTS = Set.of(MicrosoftClouds.GCC_HIGH, MicrosoftClouds.DOD,
			MicrosoftClouds.CHINA);

	/** Where Microsoft Graph has no import and export of mailboxes (Microsoft's page "List folders" of that API). */
	private static final Set<Cloud> WITHOUT_GRAPH_MAILBOXES = WITHOUT_TEAM_POSTS;

	private static final Map<Resource, String> PREFIXES = Map.of(MICROSOFT_GRAPH, "graph", EXCHANGE_ONLINE, "exchange", //$NON-NLS-1$ //$NON-NLS-2$
			SHAREPOINT_ONLINE, "sharepoint"); //$NON-NLS-1$

	private static final Set<Service> ALL = Set.of(EXCHANGE, SHAREPOINT, TEAMS);
	private static final Set<Service> SITES = Set.of(SHAREPOINT, TEAMS);

	private static final List<Row> ROWS = List.of( //
			graph("Directory.Read.All", ALL), //$NON-NLS-1$
			graph("Group.Read.All", ALL), //$NON-NLS-1$
			graph("Sites.Read.All", SITES, Part.READ_SITES), //$NON-NLS-1$
			graph("Sites.ReadWrite.All", SITES, Part.WRITE_SITES), //$NON-NLS-1$
			graph("TeamSettings.ReadWrite.All", Set.of(TEAMS)), //$NON-NLS-1$
			graph("ChannelMessage.Read.All", Set.of(TEAMS), Part.TEAM_POSTS), //$NON-NLS-1$
			graph("ChannelMember.Read.All", Set.of(TEAMS)), //$NON-NLS-1$
			graph("User.Read.All", Set.of(EXCHANGE), Part.GRAPH_MAILBOXES), //$NON-NLS-1$
			graph("MailboxItem.ImportExport.All", Set.of(EXCHANGE), Part.GRAPH_MAILBOXES), //$NON-NLS-1$
			graph("MailboxFolder.ReadWrite.All", Set.of(EXCHANGE), Part.GRAPH_MAILBOXES), //$NON-NLS-1$
			graph("MailboxItem.Read.All", Set.of(EXCHANGE), Part.GRAPH_MAILBOXES), //$NON-NLS-1$
			graph("Group.ReadWrite.All", SITES, Part.RESTORE), //$NON-NLS-1$
			graph("Directory.ReadWrite.All", SITES, Part.RESTORE), //$NON-NLS-1$
			graph("ChannelMember.ReadWrite.All", Set.of(TEAMS), Part.RESTORE), //$NON-NLS-1$
			graph("Files.ReadWrite.All", Set.of(TEAMS), Part.RESTORE), //$NON-NLS-1$
			new Row(EXCHANGE_ONLINE, "full_access_as_app", Set.of(EXCHANGE, TEAMS), Set.of(Part.EXCHANGE_WEB_SERVICES)), //$NON-NLS-1$
			new Row(EXCHANGE_ONLINE, "Exchange.ManageAsApp", Set.of(EXCHANGE), Set.of()), //$NON-NLS-1$
			new Row(SHAREPOINT_ONLINE, "Sites.FullControl.All", SITES, Set.of()), //$NON-NLS-1$
			new Row(SHAREPOINT_ONLINE, "User.Read.All", SITES, Set.of())); //$NON-NLS-1$

	private final ResourceBundle texts = ResourceBundle.getBundle(BackupProfile.class.getPackageName() + ".backup"); //$NON-NLS-1$

	private final String id;
	private final Set<Part> parts;

	BackupProfile(String id, Set<Part> parts) {
		this.id = id;
		this.parts = Set.copyOf(parts);
	}

	/** @param parts for which it is needed; always when there are none */
	private record Row(Resource resource, String value, Set<Service> services, Set<Part> parts) {
	}

	private static Row graph(String value, Set<Service> services, Part... parts) {
		return new Row(MICROSOFT_GRAPH, value, services, Set.of(parts));
	}

	@Override
	public final String id() {
		return id;
	}

	@Override
	public final String name() {
		return texts.getString("name." + id); //$NON-NLS-1$
	}

	@Override
	public final String vendor() {
		return "Latchkey"; //$NON-NLS-1$
	}

	@Override
	public final List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
		Set<Service> there = there(services, cloud);
		Set<Part> wanted = parts(cloud);
		return ROWS.stream().filter(row -> !Collections.disjoint(row.services(), there))
				.filter(row -> row.parts().isEmpty() || !Collections.disjoint(row.parts(), wanted)).map(this::need)
				.toList();
	}

	@Override
	public final List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
		if (!services.contains(EXCHANGE)) {
			return List.of();
		}
		return List.of(new DirectoryRoleNeed(GLOBAL_READER, "Global Reader", texts.getString("Global_Reader"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Set<Part> parts(Cloud cloud) {
		EnumSet<Part> wanted = EnumSet.of(MicrosoftClouds.CHINA.equals(cloud) ? Part.WRITE_SITES : Part.READ_SITES);
		wanted.addAll(parts);
		if (WITHOUT_TEAM_POSTS.contains(cloud)) {
			wanted.remove(Part.TEAM_POSTS);
		}
		if (WITHOUT_GRAPH_MAILBOXES.contains(cloud) && wanted.remove(Part.GRAPH_MAILBOXES)) {
			wanted.add(Part.EXCHANGE_WEB_SERVICES);
		}
		return wanted;
	}

	private static Set<Service> there(Set<Service> services, Cloud cloud) {
		EnumSet<Service> there = EnumSet.noneOf(Service.class);
		there.addAll(services);
		if (!cloud.teams()) {
			there.remove(TEAMS);
		}
		return there;
	}

	private PermissionNeed need(Row row) {
		String key = PREFIXES.get(row.resource()) + '.' + row.value();
		return new PermissionNeed(row.resource(), row.value(), row.services(), texts.getString(key));
	}
}
