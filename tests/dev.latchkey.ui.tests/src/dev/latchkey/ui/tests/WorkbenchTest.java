package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.ui.internal.WidgetIds;

/** What Latchkey contributes to a console: menu, command, new wizard and preferences. */
class WorkbenchTest {

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);

	@BeforeEach
	@AfterEach
	void clear() {
		workbench.clear();
	}

	@Test
	void menuOpensTheWizard() {
		driver.menu(workbench.window(), "Microsoft 365", "Connect Organization…");
		Shell shell = driver.shell(OpenWizard.TITLE);
		assertTrue(driver.has(WidgetIds.EXCHANGE));
		screenshots.keep(shell, "workbench-wizard");
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void newWizardIsTheSame() {
		driver.start(() -> {
			IWorkbench platform = PlatformUI.getWorkbench();
			try {
				INewWizard wizard = (INewWizard) platform.getNewWizardRegistry().findWizard("dev.latchkey.ui.newConnection")
						.createWizard();
				wizard.init(platform, null);
				new WizardDialog(platform.getActiveWorkbenchWindow().getShell(), wizard).open();
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		driver.shell(OpenWizard.TITLE);
		driver.waitUntil("page", () -> driver.has(WidgetIds.EXCHANGE));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	@Test
	void preferencesRefuseWhatCantBe() {
		driver.start(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(workbenchShell(), "dev.latchkey.ui.preferences",
					null, null);
			dialog.open();
		});
		Text field = driver.control(Text.class, WidgetIds.SIGN_IN_CLIENT);
		assertEquals(String.valueOf(CertificatePolicy.USUAL.maxLifetimeDays()), driver.text(WidgetIds.MAX_LIFETIME));
		driver.type(WidgetIds.MAX_LIFETIME, "0");
		driver.waitUntil("refused", () -> !driver.enabledText("Apply and Close"));
		driver.type(WidgetIds.MAX_LIFETIME, "365");
		driver.waitUntil("accepted", () -> driver.enabledText("Apply and Close"));
		Shell shell = driver.ask(field::getShell);
		driver.type(WidgetIds.SIGN_IN_CLIENT, "contoso.com");
		driver.waitUntil("refused", () -> !driver.enabledText("Apply and Close"));
		screenshots.keep(shell, "workbench-preferences");
		driver.type(WidgetIds.SIGN_IN_CLIENT, "");
		driver.waitUntil("accepted", () -> driver.enabledText("Apply and Close"));
		driver.clickText("Cancel");
		driver.waitUntil("closed", field::isDisposed);
		assertFalse(driver.has(WidgetIds.SIGN_IN_CLIENT));
	}

	private static Shell workbenchShell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}
}
