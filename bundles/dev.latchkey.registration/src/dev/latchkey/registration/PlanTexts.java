package dev.latchkey.registration;

import java.text.DateFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.ResourceBundle;

import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;

/** The texts of plan items. */
final class PlanTexts {

	private PlanTexts() {
	}

	static String title(PlanItem item) {
		if (item instanceof PlanItem.AddCertificate certificate) {
			return text("certificate", certificate.subject()); //$NON-NLS-1$
		}
		if (item instanceof PlanItem.RemoveCertificate removal) {
			return text(kind(removal), name(removal.certificate()));
		}
		if (item instanceof PlanItem.RevokePermission revocation) {
			return text("revocation", revocation.resource().name(), revocation.value()); //$NON-NLS-1$
		}
		if (item instanceof PlanItem.CreateServicePrincipal principal) {
			return text("servicePrincipal", principal.name()); //$NON-NLS-1$
		}
		if (item instanceof PlanItem.GrantPermission grant) {
			return permission(grant.need());
		}
		if (item instanceof PlanItem.AssignDirectoryRole role) {
			return text("role", RoleName.local(role.need().name())); //$NON-NLS-1$
		}
		return text("declaration"); //$NON-NLS-1$
	}

	static String reason(PlanItem item) {
		if (item instanceof PlanItem.AddCertificate certificate) {
			return text("certificate.reason", certificate.thumbprint(), date(certificate.ends())); //$NON-NLS-1$
		}
		if (item instanceof PlanItem.RemoveCertificate removal) {
			return text(kind(removal) + ".reason", removal.certificate().ends().map(PlanTexts::date).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (item instanceof PlanItem.RevokePermission) {
			return text("revocation.reason"); //$NON-NLS-1$
		}
		if (item instanceof PlanItem.DeclarePermissions declaration) {
			return declaration.missing().isEmpty() ? "" : text("declaration.reason"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (item instanceof PlanItem.GrantPermission grant) {
			return grant.need().reason();
		}
		return item instanceof PlanItem.AssignDirectoryRole role ? role.need().reason()
				: text("servicePrincipal.reason"); //$NON-NLS-1$
	}

	private static String kind(PlanItem.RemoveCertificate removal) {
		boolean valid = removal.certificate().ends().filter(Instant.now()::isBefore).isPresent();
		return valid ? "retirement" : "removal"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String permission(PermissionNeed need) {
		return text("permission", need.resource().name(), need.value()); //$NON-NLS-1$
	}

	private static String name(ExistingCertificate certificate) {
		return certificate.displayName().isEmpty() ? certificate.thumbprint() : certificate.displayName();
	}

	private static String date(Instant instant) {
		return DateFormat.getDateInstance(DateFormat.MEDIUM).format(Date.from(instant));
	}

	private static String text(String key, Object... arguments) {
		ResourceBundle texts = ResourceBundle.getBundle(PlanTexts.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString("item." + key), arguments); //$NON-NLS-1$
	}
}
