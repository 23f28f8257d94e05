package dev.latchkey.ui.internal.forms;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.SignInMethod;

/** What administrators chose last or set, offered first the next time. Preferences, so that a product may set its own defaults. */
public final class Choices {

	public static final String QUALIFIER = LifetimePolicy.QUALIFIER;
	/** A constant of {@link SignInMethod}, by name. */
	public static final String SIGN_IN_METHOD = "signIn.method"; //$NON-NLS-1$

	/** The id of a permission profile. */
	public static final String PROFILE = "profile"; //$NON-NLS-1$

	/** Whether the platform's notification tells of certificates that end; "false" for not. */
	public static final String EXPIRY_NOTIFIED = "expiry.notify"; //$NON-NLS-1$

	/** The id of the cloud that a new connection begins with. */
	public static final String CLOUD = "new.cloud"; //$NON-NLS-1$
	/** Bits of a new certificate's key; one of {@link SelfSignedRequest#KEY_BITS}. */
	public static final String KEY_BITS = "new.keyBits"; //$NON-NLS-1$
	/** Months for which a new certificate is valid. */
	public static final String VALIDITY_MONTHS = "new.validityMonths"; //$NON-NLS-1$

	private Choices() {
	}

	/** How to sign in: with a code unless something else was chosen. */
	public static SignInMethod signInMethod() {
		String chosen = Platform.getPreferencesService().getString(QUALIFIER, SIGN_IN_METHOD, "", null); //$NON-NLS-1$
		return SignInMethod.BROWSER.name().equals(chosen) ? SignInMethod.BROWSER : SignInMethod.DEVICE_CODE;
	}

	public static void setSignInMethod(SignInMethod method) {
		put(SIGN_IN_METHOD, method.name());
	}

	/** The permission profile of the last new connection; empty when there was none. */
	public static String profileId() {
		return Platform.getPreferencesService().getString(QUALIFIER, PROFILE, "", null); //$NON-NLS-1$
	}

	public static void setProfileId(String id) {
		put(PROFILE, id);
	}

	/** The id of the cloud that a new connection begins with. */
	public static String cloudId() {
		return Platform.getPreferencesService().getString(QUALIFIER, CLOUD, MicrosoftClouds.GLOBAL.id(), null);
	}

	/** The key size of new certificates; the usual one where something impossible was set. */
	public static int keyBits() {
		int bits = Platform.getPreferencesService().getInt(QUALIFIER, KEY_BITS, SelfSignedRequest.DEFAULT_KEY_BITS, null);
		return SelfSignedRequest.KEY_BITS.contains(bits) ? bits : SelfSignedRequest.DEFAULT_KEY_BITS;
	}

	/** The validity of new certificates in months; the usual one where something impossible was set. */
	public static int validityMonths() {
		int months = Platform.getPreferencesService().getInt(QUALIFIER, VALIDITY_MONTHS,
				SelfSignedRequest.DEFAULT_VALIDITY_MONTHS, null);
		return months < SelfSignedRequest.MIN_VALIDITY_MONTHS || months > SelfSignedRequest.MAX_VALIDITY_MONTHS
				? SelfSignedRequest.DEFAULT_VALIDITY_MONTHS
				: months;
	}

	/** Whether to tell of certificates that end, also where nobody looks at the view. */
	public static boolean expiryNotified() {
		return Platform.getPreferencesService().getBoolean(QUALIFIER, EXPIRY_NOTIFIED, true, null);
	}

	private static void put(String key, String value) {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(QUALIFIER);
		preferences.put(key, value);
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			Failures.log(e);
		}
	}
}
