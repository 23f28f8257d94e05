package dev.latchkey.ui.internal.export;

import dev.latchkey.ui.internal.forms.Model;

/** What is chosen for handing a certificate over. Passwords are not part of it: they stay in their fields. */
final class ExportChoice extends Model {

	/** What the file gets. */
	enum What {
		CERTIFICATE_DER(".cer"), CERTIFICATE_PEM(".pem"), KEY(".pfx"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

		private final String extension;

		What(String extension) {
			this.extension = extension;
		}

		/** With its dot. */
		String extension() {
			return extension;
		}
	}

	private What what = What.CERTIFICATE_DER;
	private String path = ""; //$NON-NLS-1$
	private boolean ownPassword;
	private boolean oldWindows;

	What what() {
		return what;
	}

	/** A path with the ending of the other kind gets this one's. */
	void setWhat(What now) {
		if (path.endsWith(what.extension())) {
			path = path.substring(0, path.length() - what.extension().length()) + now.extension();
		}
		what = now;
		changed();
	}

	String path() {
		return path;
	}

	void setPath(String path) {
		this.path = path;
		changed();
	}

	/** Whether the user types a password, instead of taking the generated pass phrase. */
	boolean ownPassword() {
		return ownPassword;
	}

	void setOwnPassword(boolean ownPassword) {
		this.ownPassword = ownPassword;
		changed();
	}

	boolean oldWindows() {
		return oldWindows;
	}

	void setOldWindows(boolean oldWindows) {
		this.oldWindows = oldWindows;
		changed();
	}
}
