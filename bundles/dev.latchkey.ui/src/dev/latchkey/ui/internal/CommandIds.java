package dev.latchkey.ui.internal;

/** The commands that this bundle contributes; the ids are stable, so that a console can put them anywhere. */
public final class CommandIds {

	public static final String CONNECT = "dev.latchkey.ui.connect"; //$NON-NLS-1$
	public static final String EDIT = "dev.latchkey.ui.edit"; //$NON-NLS-1$
	public static final String VERIFY = "dev.latchkey.ui.verify"; //$NON-NLS-1$
	public static final String GRANT = "dev.latchkey.ui.grant"; //$NON-NLS-1$
	public static final String RENEW = "dev.latchkey.ui.renew"; //$NON-NLS-1$
	public static final String RETIRE = "dev.latchkey.ui.retire"; //$NON-NLS-1$

	private CommandIds() {
	}
}
