package dev.latchkey.registration;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What Microsoft calls directory roles in the languages of its portals. Plans, profiles, drifts and documents for programs have
 * the English names; people read these. Source: Microsoft's page "Microsoft Entra built-in roles", in each language.
 */
public final class RoleName {

	/** The roles that Latchkey speaks of by itself. */
	private enum Known {
		GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_ADMINISTRATOR, CLOUD_APPLICATION_ADMINISTRATOR, GLOBAL_READER;

		static boolean has(String name) {
			return Stream.of(values()).anyMatch(known -> known.name().equals(name));
		}
	}

	private RoleName() {
	}

	/**
	 * The name in the language of {@link Locale#getDefault()}.
	 *
	 * @param english Microsoft's English name; anything else, such as somebody's name, stays as it is
	 */
	public static String local(String english) {
		String known = english.toUpperCase(Locale.ROOT).replace(' ', '_');
		return Known.has(known)
				? ResourceBundle.getBundle(RoleName.class.getPackageName() + ".texts").getString("role." + known) //$NON-NLS-1$ //$NON-NLS-2$
				: english;
	}
}
