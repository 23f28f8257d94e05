package dev.latchkey.registration.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.PermissionProfile;

/** Mailboxes through Exchange Web Services, where those are still allowed. */
@Component(service = PermissionProfile.class, property = "service.ranking:Integer=-1003")
public final class WebServicesBackup extends BackupProfile {

	public WebServicesBackup() {
		super("dev.latchkey.backup.ews", Set.of(Part.EXCHANGE_WEB_SERVICES)); //$NON-NLS-1$
	}
}
