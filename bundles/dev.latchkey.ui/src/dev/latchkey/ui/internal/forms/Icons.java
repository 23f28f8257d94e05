package dev.latchkey.ui.internal.forms;

import java.net.URL;

import org.eclipse.jface.resource.DeviceResourceException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** The pictures of one dialog or view, in tones that stand out from what is behind them; they live as long as its control. */
public final class Icons {

	private static final int FULL_SIZE = 100;
	private static final int MIDDLE = 128;

	private final Control owner;
	private final LocalResourceManager resources;
	private boolean dark;

	/**
	 * @param again shows the pictures anew; called in the user interface thread once they need other tones, since somebody chose
	 *              another theme, or the theme was applied after the owner was made
	 */
	public Icons(Control owner, Runnable again) {
		this.owner = owner;
		resources = new LocalResourceManager(JFaceResources.getResources(), owner);
		dark = onDark();
		// no event tells of every theme, the desktop's and the platform's, but each has the owner painted anew
		owner.addPaintListener(event -> adapt(again));
	}

	private void adapt(Runnable again) {
		if (dark != onDark()) {
			dark = !dark;
			owner.getDisplay().asyncExec(() -> {
				if (!owner.isDisposed()) {
					again.run();
				}
			});
		}
	}

	private boolean onDark() {
		RGB ground = owner.getBackground().getRGB();
		return (ground.red + ground.green + ground.blue) / 3 < MIDDLE;
	}

	/** The picture, or null where the console's platform is too old for it: the text beside it says the same. */
	public Image of(Mark mark) {
		ImageDescriptor descriptor = dark ? onDark(mark) : descriptor(mark);
		try {
			return descriptor.getImageData(FULL_SIZE) == null ? null : resources.create(descriptor);
		} catch (DeviceResourceException e) {
			return null;
		}
	}

	private static ImageDescriptor onDark(Mark mark) {
		URL picture = Icons.class.getResource(mark.pathOnDark());
		return picture == null ? descriptor(mark) : ImageDescriptor.createFromURL(picture);
	}

	/** The picture for light grounds, or for all where there is none of its own for dark ones. */
	public static ImageDescriptor descriptor(Mark mark) {
		return ImageDescriptor.createFromURL(Icons.class.getResource(mark.path()));
	}
}
