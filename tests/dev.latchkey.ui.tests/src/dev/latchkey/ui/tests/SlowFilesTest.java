package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ConnectWizard;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.FormDialog;

/** Cloud files on a drive that does not answer hold nobody up who opens a page that needs them. */
class SlowFilesTest {

	private static final String TITLE = "Connect Microsoft 365 Organization";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final DeadDrive drive = new DeadDrive();
	private ServiceRegistration<CloudCatalog> registered;

	@BeforeEach
	void comeFirst() {
		workbench.clear();
		TestServices.service(CloudCatalog.class);
		registered = FrameworkUtil.getBundle(SlowFilesTest.class).getBundleContext().registerService(CloudCatalog.class, drive,
				new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
	}

	@AfterEach
	void leave() {
		drive.answer.countDown();
		workbench.clear();
		registered.unregister();
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.CLOUD);
	}

	private Combo openPreferences() {
		driver.start(() -> PreferencesUtil.createPreferenceDialogOn(workbench.window(), "dev.latchkey.ui.preferences.connections",
				null, null).open());
		return driver.control(Combo.class, WidgetIds.NEW_CLOUD);
	}

	@Test
	void preferencesKnowMicrosoftsRegionsAtOnceAndOthersLater() {
		Combo combo = openPreferences();
		driver.select(WidgetIds.NEW_CLOUD, MicrosoftClouds.CHINA.name());
		assertFalse(drive.answered());
		drive.answer.countDown();
		driver.waitUntil("filled in", () -> List.of(combo.getItems()).contains("Lab"));
		assertEquals(MicrosoftClouds.CHINA.name(), driver.text(WidgetIds.NEW_CLOUD));
		driver.select(WidgetIds.NEW_CLOUD, "Lab");
		driver.clickText("Apply and Close");
		driver.waitUntil("saved", () -> Choices.cloudId().equals("lab"));
	}

	@Test
	void aRegionOfAFileIsSavedAsItWasAlsoBeforeItIsRead() {
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).put(Choices.CLOUD, "lab");
		Combo combo = openPreferences();
		assertEquals("lab", driver.text(WidgetIds.NEW_CLOUD));
		driver.clickText("Apply");
		assertEquals("lab", Choices.cloudId());
		drive.answer.countDown();
		driver.waitUntil("its name", () -> combo.getText().equals("Lab"));
	}

	@Test
	void theWizardOpensAndGoesOnWhenFilesHaveBeenRead() {
		driver.start(() -> new FormDialog(null, new ConnectWizard(new OsgiServices(), Optional.empty(), saved -> {
		})).open());
		var shell = driver.shell(TITLE);
		driver.waitUntil("told", () -> driver.hasText("Some of their files may be on a drive that is slow to answer. "
				+ "This page goes on as soon as they have been read."));
		screenshots.keep(shell, "wizard-reading");
		assertFalse(driver.enabledText("Next >"));
		drive.answer.countDown();
		driver.select(WidgetIds.REGION, "Lab");
		assertTrue(driver.enabledText("Next >"));
		assertFalse(driver.enabledText("< Back"));
		assertEquals(List.of(), driver.ask(() -> Room.faults(shell)));
		screenshots.keep(shell, "wizard-read");
		driver.clickText("Cancel");
		driver.waitUntil("closed", shell::isDisposed);
	}

	@Test
	void aWizardThatWaitsCanBeClosed() {
		driver.start(() -> new FormDialog(null, new ConnectWizard(new OsgiServices(), Optional.empty(), saved -> {
		})).open());
		var shell = driver.shell(TITLE);
		driver.clickText("Cancel");
		driver.waitUntil("closed", shell::isDisposed);
		assertFalse(drive.answered());
	}

	/** Microsoft's clouds and one of a file, once the drive answers. */
	private static final class DeadDrive implements CloudCatalog {

		private final CountDownLatch answer = new CountDownLatch(1);

		boolean answered() {
			return answer.getCount() == 0;
		}

		@Override
		public List<Cloud> clouds() {
			try {
				// not for ever: where it is the window's thread that waits, the test is to go on and fail
				if (!answer.await(1, TimeUnit.MINUTES)) {
					answer.countDown();
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			Cloud like = MicrosoftClouds.GLOBAL;
			Cloud lab = new Cloud("lab", "Lab", like.authority(), like.graph(), like.exchange(), like.sharePoint(),
					like.deviceLogin(), like.portal(), true, List.of());
			return Stream.concat(MicrosoftClouds.ALL.stream(), Stream.of(lab)).toList();
		}

		@Override
		public Cloud read(Path file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<String> problems() {
			clouds();
			return List.of();
		}
	}
}
