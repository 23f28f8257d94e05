package dev.latchkey.certificate.bc;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.core.runtime.ILog;
import org.osgi.framework.BundleContext;

/**
 * What the providers of this user's files have in common.
 *
 * @param folder  where the files lie; need not exist
 * @param secrets where their passwords lie
 * @param busy    how long to wait for another console
 */
record UserPlace(Path folder, Secrets secrets, Warnings warnings, Duration busy) {

	private static final Duration BUSY = Duration.ofSeconds(10);

	/** The place of the user who runs this console. */
	static UserPlace of(BundleContext context) {
		Path folder = ConfigurationFolder.find(context.getProperty(ConfigurationFolder.PROPERTY), System.getenv(),
				System.getProperties());
		Warnings warnings = ILog.of(context.getBundle())::warn;
		return new UserPlace(folder, new PreferredSecrets(new SecureStorage(), new SecretFiles(folder), warnings), warnings,
				BUSY);
	}
}
