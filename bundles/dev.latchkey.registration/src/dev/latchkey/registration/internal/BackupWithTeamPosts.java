package dev.latchkey.registration.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.PermissionProfile;

/** The same as {@link Backup}, for organizations that Microsoft lets read team posts. */
@Component(service = PermissionProfile.class, property = "service.ranking:Integer=-1002")
public final class BackupWithTeamPosts extends BackupProfile {

	public BackupWithTeamPosts() {
		super("dev.latchkey.backup.posts", Set.of(Part.GRAPH_MAILBOXES, Part.TEAM_POSTS)); //$NON-NLS-1$
	}
}
