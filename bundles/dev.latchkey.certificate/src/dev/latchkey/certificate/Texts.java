package dev.latchkey.certificate;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The package's localized sentences. */
final class Texts {

	private Texts() {
	}

	static String of(String key, Object... arguments) {
		ResourceBundle bundle = ResourceBundle.getBundle(Texts.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(bundle.getString(key), arguments);
	}
}
