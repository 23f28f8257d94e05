package dev.latchkey.certificate.bc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
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
		Secrets secrets = new PreferredSecrets(new SecureStorage(() -> encrypts(context)), new SecretFiles(folder), warnings);
		return new UserPlace(folder, secrets, warnings, BUSY);
	}

	/** Whether secure storage can encrypt: with a password given at the start, or the operating system's through the workbench. */
	private static boolean encrypts(BundleContext context) {
		return Arrays.asList(Platform.getCommandLineArgs()).contains("-eclipse.password") //$NON-NLS-1$
				|| Arrays.stream(context.getBundles()).anyMatch(each -> each.getState() == Bundle.ACTIVE
						&& "org.eclipse.ui.workbench".equals(each.getSymbolicName())); //$NON-NLS-1$
	}
}
