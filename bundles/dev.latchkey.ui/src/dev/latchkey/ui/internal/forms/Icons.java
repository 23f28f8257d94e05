package dev.latchkey.ui.internal.forms;

import org.eclipse.jface.resource.DeviceResourceException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** The pictures of one dialog or view; they live as long as its control. */
public final class Icons {

	private static final int FULL_SIZE = 100;

	private final LocalResourceManager resources;

	public Icons(Control owner) {
		resources = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	/** The picture, or null where the console's platform is too old for it: the text beside it says the same. */
	public Image of(Mark mark) {
		ImageDescriptor descriptor = descriptor(mark);
		try {
			return descriptor.getImageData(FULL_SIZE) == null ? null : resources.create(descriptor);
		} catch (DeviceResourceException e) {
			return null;
		}
	}

	public static ImageDescriptor descriptor(Mark mark) {
		return ImageDescriptor.createFromURL(Icons.class.getResource(mark.path()));
	}
}
