package dev.latchkey.registration.internal;

import static dev.latchkey.registration.Service.EXCHANGE;
import static dev.latchkey.registration.Service.SHAREPOINT;
import static dev.latchkey.registration.Service.TEAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.Service;

class BackupProfileTest {

	private static final List<PermissionProfile> PROFILES = List.of(new Backup(), new BackupWithRestore(),
			new BackupWithTeamPosts(), new WebServicesBackup(), new WebServicesBackupWithRestore());

	/**
	 * Columns: resource, permission; the services; the profiles in the order above, by one letter each; the clouds: Global,
	 * L4, L5, China, France (Bleu), Germany (Delos).
	 */
	private static final String TABLE = """
			graph      Directory.Read.All            EST  grpwx  G45CFD
			graph      Group.Read.All                EST  grpwx  G45CFD
			graph      Sites.Read.All                -ST  grpwx  G45-FD
			graph      Sites.ReadWrite.All           -S-  grpwx  ---C--
			graph      TeamSettings.ReadWrite.All    --T  grpwx  G45-FD
			graph      ChannelMessage.Read.All       --T  --p--  G---FD
			graph      ChannelMember.Read.All        --T  grpwx  G45-FD
			graph      User.Read.All                 E--  grp--  G---FD
			graph      MailboxItem.ImportExport.All  E--  grp--  G---FD
			graph      MailboxFolder.ReadWrite.All   E--  grp--  G---FD
			graph      MailboxItem.Read.All          E--  grp--  G---FD
			graph      Group.ReadWrite.All           -ST  -r--x  G45CFD
			graph      Directory.ReadWrite.All       -ST  -r--x  G45CFD
			graph      ChannelMember.ReadWrite.All   --T  -r--x  G45-FD
			graph      Files.ReadWrite.All           --T  -r--x  G45-FD
			exchange   full_access_as_app            E-T  ---wx  G45CFD
			exchange   full_access_as_app            E-T  grp--  -45C--
			exchange   Exchange.ManageAsApp          E--  grpwx  G45CFD
			sharepoint Sites.FullControl.All         -ST  grpwx  G45CFD
			sharepoint User.Read.All                 -ST  grpwx  G45CFD
			""";

	static Stream<Arguments> cells() {
		return PROFILES.stream().flatMap(profile -> MicrosoftClouds.ALL.stream()
				.flatMap(cloud -> Arrays.stream(Service.values()).map(service -> Arguments.of(profile.id(), cloud.id(), service))));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void asksForWhatTheTableSaysAndNoMore(String profileId, String cloudId, Service service) {
		PermissionProfile profile = PROFILES.stream().filter(each -> each.id().equals(profileId)).findFirst().orElseThrow();
		Cloud cloud = MicrosoftClouds.ALL.stream().filter(each -> each.id().equals(cloudId)).findFirst().orElseThrow();
		boolean teamsMissing = service == TEAMS && cloud.equals(MicrosoftClouds.CHINA);
		Set<String> expected = new TreeSet<>();
		TABLE.lines().map(line -> line.split(" +")).forEach(cell -> {
			boolean asked = cell[2].charAt(service.ordinal()) != '-' && cell[3].charAt(PROFILES.indexOf(profile)) != '-'
					&& cell[4].charAt(MicrosoftClouds.ALL.indexOf(cloud)) != '-';
			if (asked && !teamsMissing) {
				expected.add(cell[0] + ' ' + cell[1]);
			}
		});

		assertEquals(expected, names(profile, Set.of(service), cloud));
	}

	@Test
	void severalServicesAskForTheirUnion() {
		for (PermissionProfile profile : PROFILES) {
			Set<String> union = names(profile, Set.of(EXCHANGE), MicrosoftClouds.GLOBAL);
			union.addAll(names(profile, Set.of(SHAREPOINT), MicrosoftClouds.GLOBAL));
			union.addAll(names(profile, Set.of(TEAMS), MicrosoftClouds.GLOBAL));

			assertEquals(union, names(profile, Set.of(Service.values()), MicrosoftClouds.GLOBAL));
		}
	}

	@Test
	void onlyExchangeNeedsADirectoryRole() {
		for (PermissionProfile profile : PROFILES) {
			assertEquals(List.of("Global Reader"), profile.directoryRoles(Set.of(EXCHANGE), MicrosoftClouds.GLOBAL)
					.stream().map(DirectoryRoleNeed::name).toList());
			assertEquals(List.of(), profile.directoryRoles(Set.of(SHAREPOINT, TEAMS), MicrosoftClouds.GLOBAL));
		}
	}

	@Test
	void everyPermissionHasAReasonAndEveryProfileANameOfItsOwn() {
		Set<String> names = new TreeSet<>();
		for (PermissionProfile profile : PROFILES) {
			assertTrue(names.add(profile.name()), profile.name());
			MicrosoftClouds.ALL.forEach(cloud -> profile.permissions(Set.of(Service.values()), cloud)
					.forEach(need -> assertFalse(need.reason().isBlank(), need.value())));
		}
	}

	@Test
	void teamsIsUsableOnlyWithBothOthersAndWhereItExists() {
		assertEquals(Set.of(EXCHANGE), Service.usable(Set.of(EXCHANGE, TEAMS), MicrosoftClouds.GLOBAL));
		assertEquals(Set.of(EXCHANGE, SHAREPOINT, TEAMS), Service.usable(Set.of(Service.values()), MicrosoftClouds.GLOBAL));
		assertEquals(Set.of(EXCHANGE, SHAREPOINT), Service.usable(Set.of(Service.values()), MicrosoftClouds.CHINA));
	}

	private static Set<String> names(PermissionProfile profile, Set<Service> services, Cloud cloud) {
		TreeSet<String> names = new TreeSet<>();
		profile.permissions(services, cloud).forEach(need -> assertTrue(names.add(switch (need.resource().name()) {
		case "Microsoft Graph" -> "graph ";
		case "Office 365 Exchange Online" -> "exchange ";
		default -> "sharepoint ";
		} + need.value())));
		return names;
	}
}
