package dev.latchkey.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** Keeps pictures of windows in {@code target/screenshots} of the project, for people to look at. */
public final class Screenshots {

	private static final int FADE_MILLIS = 300;

	private final WidgetDriver driver;
	private final Path folder;

	public Screenshots(WidgetDriver driver) {
		this.driver = driver;
		// Tycho tells the project's folder; elsewhere it is where the tests were started.
		folder = Path.of(System.getProperty("basedir", ""), "target", "screenshots").toAbsolutePath();
	}

	/** Keeps a picture of the shell as it is now. */
	public void keep(Shell shell, String name) {
		driver.settle();
		// Buttons fade from one state to the other.
		WidgetDriver.pause(FADE_MILLIS);
		save(driver.ask(() -> picture(shell)), name);
	}

	/** As {@link #keep}, in the user interface thread, and without waiting for what fades. */
	void keepNow(Shell shell, String name) {
		save(picture(shell), name);
	}

	private void save(ImageData picture, String name) {
		try {
			Files.createDirectories(folder);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { picture };
		loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
	}

	private static ImageData picture(Shell shell) {
		shell.update();
		Rectangle area = shell.getClientArea();
		Image image = new Image(shell.getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			shell.print(gc);
			return image.getImageData();
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
