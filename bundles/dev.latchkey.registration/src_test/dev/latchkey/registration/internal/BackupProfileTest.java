package dev.latchkey.registration.internal;

import static dev.latchkey.registration.Service.EXCHANGE;
import static dev.latchkey.registration.Service.SHAREPOINT;
import static dev.latchkey.registration.Service.TEAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.Service;

class BackupProfileTest {

	private final BackupProfile profile = new BackupProfile();

	@Test
	void exchangeAsksForItsOwnPermissionsAndNoMore() {
		assertEquals(
				new TreeSet<>(Set.of("Microsoft Graph: Directory.Read.All", "Microsoft Graph: Group.Read.All",
						"Office 365 Exchange Online: full_access_as_app",
						"Office 365 Exchange Online: Exchange.ManageAsApp")),
				names(Set.of(EXCHANGE), MicrosoftClouds.GLOBAL));
	}

	@Test
	void sharePointAsksForItsOwnPermissionsAndNoMore() {
		assertEquals(
				new TreeSet<>(Set.of("Microsoft Graph: Directory.Read.All", "Microsoft Graph: Group.Read.All",
						"Microsoft Graph: Sites.Read.All", "Office 365 SharePoint Online: Sites.FullControl.All",
						"Office 365 SharePoint Online: User.Read.All")),
				names(Set.of(SHAREPOINT), MicrosoftClouds.GLOBAL));
	}

	@Test
	void teamsAddsItsOwn() {
		Set<String> all = names(Set.of(EXCHANGE, SHAREPOINT, TEAMS), MicrosoftClouds.GLOBAL);
		assertEquals(9, all.size());
		assertTrue(all.contains("Microsoft Graph: TeamSettings.ReadWrite.All"));
		assertTrue(all.contains("Microsoft Graph: ChannelMember.Read.All"));
		assertFalse(all.contains("Microsoft Graph: ChannelMessage.Read.All"), "team posts are not asked for");
	}

	@Test
	void chinaNeedsWriteAccessToSites() {
		Set<String> names = names(Set.of(SHAREPOINT), MicrosoftClouds.CHINA);
		assertTrue(names.contains("Microsoft Graph: Sites.ReadWrite.All"));
		assertFalse(names.contains("Microsoft Graph: Sites.Read.All"));
	}

	@Test
	void onlyExchangeNeedsADirectoryRole() {
		assertEquals(List.of("Global Reader"), profile.directoryRoles(Set.of(EXCHANGE), MicrosoftClouds.GLOBAL)
				.stream().map(DirectoryRoleNeed::name).toList());
		assertEquals(List.of(), profile.directoryRoles(Set.of(SHAREPOINT), MicrosoftClouds.GLOBAL));
	}

	@Test
	void everyPermissionHasAReason() {
		for (Cloud cloud : MicrosoftClouds.ALL) {
			profile.permissions(Set.of(Service.values()), cloud)
					.forEach(need -> assertFalse(need.reason().isBlank(), need.value()));
		}
	}

	@Test
	void teamsIsUsableOnlyWithBothOthersAndWhereItExists() {
		assertEquals(Set.of(EXCHANGE), Service.usable(Set.of(EXCHANGE, TEAMS), MicrosoftClouds.GLOBAL));
		assertEquals(Set.of(EXCHANGE, SHAREPOINT, TEAMS), Service.usable(Set.of(Service.values()), MicrosoftClouds.GLOBAL));
		assertEquals(Set.of(EXCHANGE, SHAREPOINT), Service.usable(Set.of(Service.values()), MicrosoftClouds.CHINA));
	}

	private Set<String> names(Set<Service> services, Cloud cloud) {
		TreeSet<String> names = new TreeSet<>();
		profile.permissions(services, cloud).forEach(need -> names.add(need.resource().name() + ": " + need.value()));
		return names;
	}
}
