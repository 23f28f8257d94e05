package dev.latchkey.registration.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.PermissionProfile;

/** Mailboxes through Microsoft Graph. Ranked behind any other vendor's, and first of ours. */
@Component(service = PermissionProfile.class, property = "service.ranking:Integer=-1000")
public final class Backup extends BackupProfile {

	public Backup() {
		super("dev.latchkey.backup", Set.of(Part.GRAPH_MAILBOXES)); //$NON-NLS-1$
	}
}
