package dev.latchkey.ui.internal.properties;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.RoleName;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * Something that the profile asks for.
 *
 * @param title  the permission, or the directory role
 * @param of     the API that it belongs to
 * @param reason what it is for
 */
record PermissionRow(String title, String of, String reason, Proven proven) {

	/** Whether it was there when the connection was last proven. */
	enum Proven {

		MISSING(Mark.NEEDS_PERMISSION), UNKNOWN(Mark.NOT_VERIFIED), YES(Mark.DONE);

		private final Mark mark;

		Proven(Mark mark) {
			this.mark = mark;
		}

		Mark mark() {
			return mark;
		}

		String text() {
			return switch (this) {
			case MISSING -> Messages.PermissionRow_missing;
			case UNKNOWN -> Messages.PermissionRow_unknown;
			case YES -> Messages.PermissionRow_proven;
			};
		}
	}

	/** What is missing comes first. */
	static List<PermissionRow> of(Connection connection, PermissionProfile profile, Cloud cloud) {
		Set<String> met = connection.proof().met();
		Stream<PermissionRow> permissions = profile.permissions(connection.services(), cloud).stream()
				.map(need -> of(need, proven(met, GrantPermission.id(need))));
		Stream<PermissionRow> roles = profile.directoryRoles(connection.services(), cloud).stream()
				.map(need -> of(need, proven(met, AssignDirectoryRole.id(need))));
		return Stream.concat(permissions, roles).sorted((one, other) -> one.proven.compareTo(other.proven)).toList();
	}

	/** Without a profile or a cloud nothing is known to be asked for. */
	static List<PermissionRow> of(Connection connection, Sources sources) {
		Optional<PermissionProfile> profile = connection.profileId().isEmpty()
				? sources.wizard().profiles().profiles().stream().findFirst()
				: sources.wizard().profiles().find(connection.profileId());
		Optional<Cloud> cloud = sources.wizard().clouds().find(connection.cloudId());
		return profile.isEmpty() || cloud.isEmpty() ? List.of() : of(connection, profile.get(), cloud.get());
	}

	private static Proven proven(Set<String> met, String id) {
		return met.isEmpty() ? Proven.UNKNOWN : met.contains(id) ? Proven.YES : Proven.MISSING;
	}

	private static PermissionRow of(PermissionNeed need, Proven proven) {
		return new PermissionRow(need.value(), need.resource().name(), need.reason(), proven);
	}

	private static PermissionRow of(DirectoryRoleNeed need, Proven proven) {
		return new PermissionRow(RoleName.local(need.name()), Messages.PermissionRow_role, need.reason(), proven);
	}
}
