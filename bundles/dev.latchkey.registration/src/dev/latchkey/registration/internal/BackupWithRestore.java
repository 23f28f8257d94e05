package dev.latchkey.registration.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.PermissionProfile;

/** The same, and what writes back. */
@Component(service = PermissionProfile.class, property = "service.ranking:Integer=-1001")
public final class BackupWithRestore extends BackupProfile {

	public BackupWithRestore() {
		super("dev.latchkey.backup.restore", Set.of(Part.GRAPH_MAILBOXES, Part.RESTORE)); //$NON-NLS-1$
	}
}
