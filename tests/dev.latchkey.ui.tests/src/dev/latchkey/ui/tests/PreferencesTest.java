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

import dev.latchkey.registration.CloudCatalog;
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
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.SIGN_IN_METHOD);
	}

	private Shell open() {
		driver.start(() -> PreferencesUtil
				.createPreferenceDialogOn(workbench.window(), "dev.latchkey.ui.preferences", null, null).open());
		Combo first = driver.control(Combo.class, WidgetIds.SIGN_IN_METHOD);
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
	void mnemonicsAreUnique() {
		Shell dialog = open();
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
