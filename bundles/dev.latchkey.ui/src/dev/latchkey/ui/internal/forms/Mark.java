package dev.latchkey.ui.internal.forms;

/** A state's picture; always beside a text that says the same. */
public enum Mark {

	DONE("done"), TO_DO("todo"), RUNNING("running"), WAITING("waiting"), WARNING("warning"), ERROR("error"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	SKIPPED("skipped"), INFO("info"), CERTIFICATE("certificate"), ORGANIZATION("organization"), CONNECT("connect"), BANNER("banner"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	EXPIRED("expired"), EXPIRES_SOON("expires-soon"), NEEDS_PERMISSION("needs-permission"), NOT_VERIFIED("not-verified"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	UNREACHABLE("unreachable"); //$NON-NLS-1$

	private final String file;

	Mark(String file) {
		this.file = file;
	}

	String path() {
		return "/icons/" + file + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Nothing is there for pictures that stand out from every ground. */
	String pathOnDark() {
		return "/icons/dark/" + file + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
