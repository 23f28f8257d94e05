package dev.latchkey.connection;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** How a connection stands today, in one word: what matters most, the worst first. */
public enum Standing {

	/** Its certificate has ended: nothing works. */
	EXPIRED,
	/** Not proven, or refuted since. */
	NOT_VERIFIED,
	/** Works, but what the profile asks for by now was never proven, or is missing. */
	NEEDS_PERMISSION,
	/** Microsoft could not be reached when it was last looked at. */
	UNREACHABLE,
	/** Works, and its certificate ends within the first of the thresholds. */
	EXPIRES_SOON,
	/** Works. */
	CONNECTED;

	/** Localized, one or two words. */
	public String title() {
		ResourceBundle texts = ResourceBundle.getBundle(Standing.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return new MessageFormat(texts.getString("standing." + name())).format(null); //$NON-NLS-1$
	}
}
