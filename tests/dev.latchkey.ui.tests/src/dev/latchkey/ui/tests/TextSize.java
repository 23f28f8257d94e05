package dev.latchkey.ui.tests;

import java.nio.charset.StandardCharsets;

import org.eclipse.swt.SWT;

/** Lets GTK write larger, as a desktop does for people who see little: fonts grow, and what is measured in pixels does not. */
final class TextSize {

	private static final int USUAL_DPI = 96;
	/** GTK counts in parts of a dot. */
	private static final int PARTS = 1024;

	private TextSize() {
	}

	/** Other platforms have no such switch for one program. */
	static boolean canChange() {
		return SWT.getPlatform().equals("gtk");
	}

	/** In the user interface thread; for windows that are opened after it. */
	static void scale(double times) {
		try {
			Class<?> gtk = Class.forName("org.eclipse.swt.internal.gtk.GTK");
			Class<?> os = Class.forName("org.eclipse.swt.internal.gtk.OS");
			Object settings = gtk.getMethod("gtk_settings_get_default").invoke(null);
			os.getMethod("g_object_set", long.class, byte[].class, int.class, long.class).invoke(null, settings,
					"gtk-xft-dpi\0".getBytes(StandardCharsets.US_ASCII), (int) (USUAL_DPI * PARTS * times), 0L);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
