package dev.latchkey.ui.internal.forms;

import org.eclipse.core.runtime.Platform;

import dev.latchkey.certificate.CertificatePolicy;

/** The organization's own limit for certificates, as the preferences have it. */
public final class LifetimePolicy {

	/** Qualifier of the preference, in which a product may set its own default. */
	public static final String QUALIFIER = "dev.latchkey.ui"; //$NON-NLS-1$
	/** Days from a certificate's start to its end. */
	public static final String MAX_LIFETIME = "certificate.maxLifetimeDays"; //$NON-NLS-1$
	/** Longer than any certificate lives. */
	public static final int LONGEST = 36_500;

	private LifetimePolicy() {
	}

	/** The policy as it is now. Callable from any thread. */
	public static CertificatePolicy current() {
		int usual = CertificatePolicy.USUAL.maxLifetimeDays();
		int days = Platform.getPreferencesService().getInt(QUALIFIER, MAX_LIFETIME, usual, null);
		return days < 1 ? CertificatePolicy.USUAL : new CertificatePolicy(days);
	}
}
