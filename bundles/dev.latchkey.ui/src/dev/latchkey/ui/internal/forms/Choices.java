package dev.latchkey.ui.internal.forms;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.latchkey.registration.SignInMethod;

/** What administrators chose last, offered first the next time. Preferences, so that a product may set its own defaults. */
public final class Choices {

	public static final String QUALIFIER = LifetimePolicy.QUALIFIER;
	/** A constant of {@link SignInMethod}, by name. */
	public static final String SIGN_IN_METHOD = "signIn.method"; //$NON-NLS-1$

	/** The id of a permission profile. */
	public static final String PROFILE = "profile"; //$NON-NLS-1$

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
