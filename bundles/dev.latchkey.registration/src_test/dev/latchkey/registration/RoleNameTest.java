package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.Standing;

/** Roles as somebody meets them in a German portal. */
class RoleNameTest {

	private static final String PRIVILEGED = "Privileged Role Administrator";

	private final Locale before = Locale.getDefault();

	@BeforeEach
	void speakGerman() {
		Locale.setDefault(Locale.GERMAN);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void rolesAreCalledAsPeopleKnowThem() {
		assertEquals("Administrator für privilegierte Rollen", RoleName.local(PRIVILEGED));
		assertEquals("Globaler Leser", RoleName.local("Global Reader"));
		Locale.setDefault(Locale.ENGLISH);
		assertEquals(PRIVILEGED, RoleName.local(PRIVILEGED));
	}

	@Test
	void whatIsNoRoleOfOursStaysAsItIs() {
		for (String name : List.of("", "Exchange Recipient Administrator", "Adele Vance", "role.GLOBAL_READER")) {
			assertEquals(name, RoleName.local(name));
		}
	}

	@Test
	void sentencesHaveThem() {
		assertTrue(Failure.of(Reason.ROLE_REQUIRED, PRIVILEGED).sentence().contains("die Rolle Administrator für privilegierte Rollen "));
		assertTrue(Failure.of(Reason.DIRECTORY_ROLE_MISSING, "Global Reader", "Backup").sentence().contains("Verzeichnisrolle Globaler Leser."));
		String drift = new Drift(Drift.Kind.ROLE_GONE, "Global Reader", List.of(PRIVILEGED, "Adele Vance"), Optional.empty()).sentence();
		assertTrue(drift.contains("Globaler Leser") && drift.contains("Administrator für privilegierte Rollen, Adele Vance"), drift);
	}

	@Test
	void whatProgramsReadStaysEnglish() {
		DirectoryRoleNeed need = new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", "liest Einstellungen");
		PlanItem item = new AssignDirectoryRole(new Standing(PlanItem.State.TO_DO, Optional.empty(), PRIVILEGED, List.of()), need);
		assertTrue(item.title().contains("Globaler Leser"), item::title);
		assertEquals(PRIVILEGED, item.standing().role());
	}
}
