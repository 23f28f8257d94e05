package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.ui.internal.WizardServices;

/**
 * What a run or a connection was made with, as far as it is still here.
 *
 * @param cloud       empty when it is not known any more
 * @param profile     empty when it is not known any more
 * @param certificate with the key, whichever provider has it now; empty when none has
 */
public record Remembered(Optional<Cloud> cloud, Optional<PermissionProfile> profile,
		Optional<CertificateEntry> certificate) {

	/** Looks up what a run was made with; for background threads. */
	static Remembered of(JournalRun run, WizardServices services, Cancellation cancellation) {
		return new Remembered(services.clouds().find(run.cloudId()), services.profiles().find(run.profileId()),
				find(run.certificate(), services, cancellation));
	}

	/** Looks up what a connection was made with; for background threads. */
	public static Remembered of(Connection connection, WizardServices services, Cancellation cancellation) {
		Optional<PermissionProfile> profile = connection.profileId().isEmpty()
				? services.profiles().profiles().stream().findFirst()
				: services.profiles().find(connection.profileId());
		return new Remembered(services.clouds().find(connection.cloudId()), profile,
				find(connection.certificate().sha256(), services, cancellation));
	}

	private static Optional<CertificateEntry> find(String sha256, WizardServices services, Cancellation cancellation) {
		AtomicReference<CertificateEntry> found = new AtomicReference<>();
		services.certificates().list(listing -> listing.entries().stream()
				.filter(entry -> entry.reference().sha256().equalsIgnoreCase(sha256)).findFirst().ifPresent(found::set),
				cancellation);
		return Optional.ofNullable(found.get());
	}

	/** Why it can't be used here, in a sentence with the next step; empty when it can. */
	public Optional<String> obstacle() {
		if (cloud.isEmpty()) {
			return Optional.of(Messages.Remembered_cloudGone);
		}
		if (profile.isEmpty()) {
			return Optional.of(Messages.Remembered_profileGone);
		}
		return certificate.isEmpty() ? Optional.of(Messages.Remembered_certificateGone) : Optional.empty();
	}
}
