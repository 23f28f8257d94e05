package dev.latchkey.ui.internal.preferences;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.WidgetIds;

/**
 * Files of one kind that the preferences name.
 *
 * @param preference key, in the node {@link CloudCatalog#PREFERENCES}
 * @param id         of the list for whoever drives the page from outside
 * @param label      of the list
 * @param add        text of the button that adds one
 * @param choose     title of the dialog in which one is chosen
 * @param files      name of the dialog's filter
 * @param pattern    of that filter
 * @param ordered    whether the order of the files means something
 * @param problem    reads a file in the background and says what is wrong with it, in a sentence
 */
record FileKind(String preference, String id, String label, String add, String choose, String files, String pattern,
		boolean ordered, Function<Path, Optional<String>> problem) {

	static FileKind clouds(CloudCatalog catalog) {
		return new FileKind(CloudCatalog.CLOUD_FILES, WidgetIds.CLOUD_FILES, Messages.CloudFiles_label,
				Messages.CloudFiles_add, Messages.CloudFiles_choose, Messages.CloudFiles_files, "*.json", false, //$NON-NLS-1$
				refusal(catalog::read));
	}

	static FileKind profiles(ProfileCatalog catalog) {
		return new FileKind(ProfileCatalog.PROFILE_FILES, WidgetIds.PROFILE_FILES, Messages.ProfileFiles_label,
				Messages.ProfileFiles_add, Messages.ProfileFiles_choose, Messages.ProfileFiles_files, "*.json", true, //$NON-NLS-1$
				refusal(catalog::read));
	}

	static FileKind trusted() {
		return new FileKind(CloudCatalog.TRUSTED_FILES, WidgetIds.TRUSTED_FILES, Messages.TrustedFiles_label,
				Messages.TrustedFiles_add, Messages.TrustedFiles_choose, Messages.TrustedFiles_files,
				"*.pem;*.crt;*.cer", false, TrustedFile::problem); //$NON-NLS-1$
	}

	private static Function<Path, Optional<String>> refusal(Reading reading) {
		return file -> {
			try {
				reading.read(file);
				return Optional.empty();
			} catch (RegistrationException e) {
				return Optional.of(e.getLocalizedMessage());
			}
		};
	}

	/** Reads a file, or says why that can't be done. */
	@FunctionalInterface
	private interface Reading {
		Object read(Path file) throws RegistrationException;
	}
}
