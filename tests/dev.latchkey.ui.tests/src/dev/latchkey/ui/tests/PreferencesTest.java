package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;

/** The preference page reads the files that it is given, and says at once what is wrong with them. */
class PreferencesTest {

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES);

	@TempDir
	private Path folder;

	@BeforeEach
	void clear() {
		workbench.clear();
	}

	@AfterEach
	void forget() {
		workbench.clear();
		preferences.remove(CloudCatalog.CLOUD_FILES);
		preferences.remove(ProfileCatalog.PROFILE_FILES);
		preferences.remove(CloudCatalog.TRUSTED_FILES);
		List.of(Choices.SIGN_IN_METHOD, Choices.CLOUD, Choices.KEY_BITS, Choices.VALIDITY_MONTHS, Choices.EXPIRY_NOTIFIED)
				.forEach(InstanceScope.INSTANCE.getNode(Choices.QUALIFIER)::remove);
		InstanceScope.INSTANCE.getNode(ConnectionHealth.PREFERENCES).remove(ConnectionHealth.WARNING_DAYS);
	}

	private Shell open() {
		return open("dev.latchkey.ui.preferences", WidgetIds.SIGN_IN_METHOD);
	}

	private Shell open(String page, String combo) {
		driver.start(() -> PreferencesUtil.createPreferenceDialogOn(workbench.window(), page, null, null).open());
		Combo first = driver.control(Combo.class, combo);
		return driver.ask(first::getShell);
	}

	private void put(String preference, String name, String content) throws IOException {
		preferences.put(preference, Files.writeString(folder.resolve(name), content).toString());
	}

	@Test
	void filesThatCantBeUsedAreToldAtOnce() throws IOException {
		put(CloudCatalog.CLOUD_FILES, "cloud.json", "{ \"id\": \"lab\" }");
		put(ProfileCatalog.PROFILE_FILES, "profile.json", "{\n  \"id\": 7\n}");
		put(CloudCatalog.TRUSTED_FILES, "authority.pem", "no certificate");
		Shell dialog = open();
		for (String part : List.of("cloud.json", "profile.json, line 2", "authority.pem has no certificate")) {
			driver.waitUntil(part, () -> driver.text(WidgetIds.FILE_PROBLEMS).contains(part));
		}
		assertTrue(driver.enabledText("Apply and Close"), "a file may be there again tomorrow");
		screenshots.keep(dialog, "preferences-problems");
		driver.clickText("Cancel");
	}

	@Test
	void aFileThatIsNotThereAnyMoreIsTold() {
		preferences.put(CloudCatalog.TRUSTED_FILES, folder.resolve("gone.pem").toString());
		open();
		driver.waitUntil("told", () -> driver.text(WidgetIds.FILE_PROBLEMS).contains("gone.pem can't be read"));
		driver.clickText("Cancel");
	}

	@Test
	void theWayToSignInIsAPreference() {
		Shell dialog = open();
		assertEquals("A code, on any device", driver.text(WidgetIds.SIGN_IN_METHOD));
		assertEquals("", driver.text(WidgetIds.FILE_PROBLEMS));
		screenshots.keep(dialog, "preferences");
		driver.select(WidgetIds.SIGN_IN_METHOD, "The browser of this computer");
		driver.clickText("Apply and Close");
		driver.waitUntil("saved", () -> Choices.signInMethod() == SignInMethod.BROWSER);
	}

	@Test
	void newConnectionsBeginWithWhatIsSet() {
		Shell dialog = open("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD);
		assertEquals("60,30,7", driver.text(WidgetIds.WARNING_DAYS));
		screenshots.keep(dialog, "preferences-connections");
		driver.select(WidgetIds.NEW_CLOUD, MicrosoftClouds.CHINA.name());
		driver.select(WidgetIds.NEW_KEY_SIZE, "4096 bits");
		for (String wrong : List.of("0", "25", "")) {
			driver.type(WidgetIds.NEW_VALIDITY, wrong);
			driver.waitUntil("refused " + wrong, () -> !driver.enabledText("Apply and Close"));
		}
		driver.type(WidgetIds.NEW_VALIDITY, "6");
		for (String wrong : List.of("", "30;x", "30,-1", "4000")) {
			driver.type(WidgetIds.WARNING_DAYS, wrong);
			driver.waitUntil("refused " + wrong, () -> !driver.enabledText("Apply and Close"));
		}
		driver.type(WidgetIds.WARNING_DAYS, "7, 90 30");
		driver.click(WidgetIds.EXPIRY_NOTIFIED);
		driver.clickText("Apply and Close");
		driver.waitUntil("saved", () -> Choices.validityMonths() == 6);
		assertEquals(List.of(MicrosoftClouds.CHINA.id(), 4096, false),
				List.of(Choices.cloudId(), Choices.keyBits(), Choices.expiryNotified()));
		assertEquals(List.of(90, 30, 7), TestServices.service(ConnectionHealth.class).warningDays());
		try (OpenWizard wizard = new OpenWizard()) {
			assertEquals(MicrosoftClouds.CHINA.name(), driver.text(WidgetIds.REGION));
		}
	}

	@Test
	void defaultsAreRestored() {
		Choices.setSignInMethod(SignInMethod.BROWSER);
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).put(Choices.KEY_BITS, "2048");
		open("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD);
		assertEquals("2048 bits", driver.text(WidgetIds.NEW_KEY_SIZE));
		driver.clickText("Restore Defaults");
		driver.waitUntil("restored", () -> driver.text(WidgetIds.NEW_KEY_SIZE).equals("3072 bits"));
		driver.clickText("Apply and Close");
		driver.waitUntil("saved", () -> Choices.keyBits() == 3072);
	}

	@Test
	void whatIsSetIsOnDiskAtOnce() {
		open("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD);
		driver.type(WidgetIds.WARNING_DAYS, "45,5");
		driver.clickText("Apply");
		Path file = Path.of(Platform.getInstanceLocation().getURL().getPath(),
				".metadata/.plugins/org.eclipse.core.runtime/.settings", ConnectionHealth.PREFERENCES + ".prefs");
		driver.waitUntil("saved", () -> content(file).contains(ConnectionHealth.WARNING_DAYS + "=45,5"));
		driver.clickText("Cancel");
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return "";
		}
	}

	@Test
	void aRegionWhoseFileIsAwayStaysChosen() {
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).put(Choices.CLOUD, "lab");
		open("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD);
		driver.waitUntil("read", () -> driver.text(WidgetIds.NEW_CLOUD).equals("lab (not known at present)"));
		driver.type(WidgetIds.NEW_VALIDITY, "6");
		driver.clickText("Apply and Close");
		driver.waitUntil("saved", () -> Choices.validityMonths() == 6);
		assertEquals("lab", Choices.cloudId());
	}

	@Test
	void mnemonicsAreUnique() {
		mnemonicsAreUnique(open("dev.latchkey.ui.preferences.connections", WidgetIds.NEW_CLOUD));
		mnemonicsAreUnique(open());
	}

	private void mnemonicsAreUnique(Shell dialog) {
		List<String> keys = new ArrayList<>();
		driver.display().syncExec(() -> collect(dialog, keys));
		assertFalse(keys.isEmpty());
		assertEquals(keys.stream().distinct().toList(), keys);
		driver.clickText("Cancel");
	}

	private static void collect(Composite parent, List<String> keys) {
		for (Control child : parent.getChildren()) {
			String text = child instanceof Label label ? label.getText() : child instanceof Button button ? button.getText() : "";
			int at = text.indexOf('&');
			if (at >= 0 && child.isVisible()) {
				keys.add(text.substring(at + 1, at + 2).toLowerCase(Locale.ROOT));
			}
			if (child instanceof Composite composite) {
				collect(composite, keys);
			}
		}
	}
}
