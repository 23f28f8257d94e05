package dev.latchkey.registration.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.PermissionProfile;

/** The same as {@link WebServicesBackup}, and what writes back. */
@Component(service = PermissionProfile.class, property = "service.ranking:Integer=-1004")
public final class WebServicesBackupWithRestore extends BackupProfile {

	public WebServicesBackupWithRestore() {
		super("dev.latchkey.backup.ews.restore", Set.of(Part.EXCHANGE_WEB_SERVICES, Part.RESTORE)); //$NON-NLS-1$
	}
}
