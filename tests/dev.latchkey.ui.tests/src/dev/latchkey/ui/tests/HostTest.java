package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a console of another maker can hide, move and keep, as the page for hosts says. */
class HostTest {

	private static final String COMMAND = "dev.latchkey.ui.connect";
	private static final String BUTTON = "Connect Microsoft 365 Organization";
	private static final String MENU = "Microsoft 365";
	private static final String SHOWN = "dev.latchkey.ui.menu";
	private static final String ACTIVITY = "dev.latchkey.ui.tests.activity";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();

	@BeforeEach
	@AfterEach
	void clear() {
		System.clearProperty(SHOWN);
		workbench.clear();
	}

	@Test
	void theButtonInTheToolbarOpensTheWizard() {
		ToolItem button = driver.ask(() -> button(workbench.window()));
		driver.start(() -> button.notifyListeners(SWT.Selection, new Event()));
		cancelWizard();
	}

	/** As the workbench reads keys; a real press takes a window manager that gives the window the keyboard. */
	@Test
	void theKeysOpenTheWizard() throws ParseException {
		KeySequence keys = KeySequence.getInstance("M1+M2+F3");
		Binding binding = driver.ask(() -> service(IBindingService.class).getPerfectMatch(keys));
		driver.start(() -> execute(binding.getParameterizedCommand()));
		cancelWizard();
	}

	private void cancelWizard() {
		driver.shell(OpenWizard.TITLE);
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
	}

	/** Neither the same keys, nor keys of which ours are the beginning or the other way round, in any scheme or context. */
	@Test
	void theKeysBelongToNobodyElse() throws ParseException {
		KeySequence ours = KeySequence.getInstance("M1+M2+F3");
		List<Binding> bindings = driver.ask(() -> Arrays.asList(service(IBindingService.class).getBindings()));
		assertTrue(bindings.stream().anyMatch(each -> each.getSchemeId().contains("emacs")), "the Emacs scheme is not here");
		Set<String> commands = new HashSet<>();
		for (Binding binding : bindings) {
			if (binding.getTriggerSequence().startsWith(ours, true) || ours.startsWith(binding.getTriggerSequence(), true)) {
				commands.add(binding.getParameterizedCommand().getId());
			}
		}
		assertEquals(Set.of(COMMAND), commands);
	}

	@Test
	void aPropertyHidesMenuAndButtonAndNotTheCommand() throws WorkbenchException {
		assertTrue(driver.ask(() -> menu(workbench.window())));
		System.setProperty(SHOWN, "hidden");
		inAnotherWindow(window -> {
			assertFalse(menu(window));
			assertEquals(List.of(), buttons(window));
		});
		assertTrue(driver.ask(() -> service(ICommandService.class).getCommand(COMMAND).isEnabled()));
	}

	@Test
	void anActivityHidesViewAndNewEntryAndCommand() {
		IWorkbench platform = PlatformUI.getWorkbench();
		Set<String> before = Set.copyOf(platform.getActivitySupport().getActivityManager().getEnabledActivityIds());
		driver.display().syncExec(() -> {
			Set<String> without = new HashSet<>(before);
			assertTrue(without.remove(ACTIVITY));
			platform.getActivitySupport().setEnabledActivityIds(without);
		});
		try {
			inAnotherWindow(window -> {
				assertTrue(WorkbenchActivityHelper.filterItem(platform.getViewRegistry().find("dev.latchkey.ui.organizations")));
				IWizardDescriptor entry = platform.getNewWizardRegistry().findWizard("dev.latchkey.ui.newConnection");
				assertTrue(WorkbenchActivityHelper.filterItem(entry));
				assertFalse(menu(window));
				assertEquals(List.of(), buttons(window));
			});
		} finally {
			driver.display().syncExec(() -> platform.getActivitySupport().setEnabledActivityIds(before));
		}
		driver.waitUntil("it is there again", () -> menu(workbench.window()));
	}

	private void inAnotherWindow(Consumer<Shell> look) {
		IWorkbenchWindow window = driver.ask(() -> {
			try {
				return PlatformUI.getWorkbench().openWorkbenchWindow(null);
			} catch (WorkbenchException e) {
				throw new IllegalStateException(e);
			}
		});
		try {
			driver.settle();
			driver.display().syncExec(() -> look.accept(window.getShell()));
		} finally {
			driver.display().syncExec(window::close);
		}
	}

	private static boolean menu(Shell window) {
		window.getMenuBar().notifyListeners(SWT.Show, new Event());
		return Arrays.stream(window.getMenuBar().getItems()).map(MenuItem::getText).map(WidgetDriver::plain).anyMatch(MENU::equals);
	}

	private static ToolItem button(Shell window) {
		return buttons(window).stream().findFirst().orElseThrow();
	}

	private static List<ToolItem> buttons(Composite parent) {
		List<ToolItem> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (child instanceof ToolBar bar && child.isVisible()) {
				Arrays.stream(bar.getItems()).filter(item -> Objects.toString(item.getToolTipText(), "").startsWith(BUTTON)).forEach(found::add);
			} else if (child instanceof Composite composite) {
				found.addAll(buttons(composite));
			}
		}
		return found;
	}

	private static void execute(ParameterizedCommand command) {
		try {
			service(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new IllegalStateException(e);
		}
	}

	private static <T> T service(Class<T> type) {
		return PlatformUI.getWorkbench().getService(type);
	}
}
