package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventHandler;
import org.osgi.service.prefs.BackingStoreException;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;

/** Certificates that end are told once, in the platform's notification, and go into calendars. */
class ExpiryTest {

	private static final String POPUP = "Microsoft 365 Certificates";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final BundleContext context = FrameworkUtil.getBundle(ExpiryTest.class).getBundleContext();
	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Choices.QUALIFIER);
	private final ConnectionService connections = TestServices.service(ConnectionService.class);
	private final SavedConnections saved = new SavedConnections();
	private Job check;

	@TempDir
	private Path folder;

	@BeforeEach
	void find() throws InvalidSyntaxException, BackingStoreException {
		workbench.clear();
		preferences.node("told").removeNode();
		List<ServiceReference<EventHandler>> found = List.copyOf(context.getServiceReferences(EventHandler.class,
				"(component.name=dev.latchkey.ui.internal.expiry.ExpiryJob)"));
		assertEquals(1, found.size());
		check = (Job) context.getService(found.get(0));
	}

	@AfterEach
	void forget() throws ConnectionException, BackingStoreException {
		check.cancel();
		workbench.clear();
		driver.display().syncExec(this::closePopup);
		preferences.remove(Choices.EXPIRY_NOTIFIED);
		preferences.node("told").removeNode();
		saved.clear();
	}

	private void closePopup() {
		for (Shell shell : driver.display().getShells()) {
			if (POPUP.equals(shell.getText())) {
				shell.close();
			}
		}
	}

	private void connect(String name, int days) throws ConnectionException {
		connections.save(new Connection(UUID.randomUUID(), 0, name, "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				"contoso.com", Optional.empty(), OpenWizard.APPLICATION, Optional.empty(),
				new CertificateReference("store", "A".repeat(64)), Instant.now().plus(Duration.ofDays(days)), List.of(),
				Set.of(Service.EXCHANGE), "", new Proof(Connection.State.CONNECTED, Optional.empty(), Set.of(), Optional.empty())));
	}

	/** As the day does it; returns when the check is over and its answer, if any, is shown. */
	private void aDayPasses() {
		check.cancel();
		check.schedule();
		driver.waitUntil("checked", () -> check.getState() == Job.SLEEPING);
		driver.settle();
	}

	@Test
	void whatEndsSoonIsToldOnceAndShownInTheView() throws Exception {
		connect("Contoso & Sons", 5);
		connect("Fabrikam", 300);
		connect("Litware <a>GmbH</a>", -2);
		Shell active = driver.ask(() -> driver.display().getActiveShell());
		aDayPasses();
		Shell popup = driver.shell(POPUP);
		assertEquals(active, driver.ask(() -> driver.display().getActiveShell()), "no focus is taken");
		String text = driver.text(WidgetIds.EXPIRY_TEXT).replace("&&", "&");
		assertTrue(text.contains("The certificate of Litware <a>GmbH</a> ended on "), text);
		assertTrue(text.contains("The certificate of Contoso & Sons ends on "), text);
		assertFalse(text.contains("Fabrikam"), text);
		screenshots.keep(popup, "expiry-notification");
		Link show = driver.control(Link.class, WidgetIds.EXPIRY_SHOW);
		driver.start(() -> show.notifyListeners(SWT.Selection, new Event()));
		driver.waitUntil("selected", () -> driver.control(Table.class, WidgetIds.ORGANIZATIONS).getSelectionCount() == 2);
		assertFalse(driver.hasShell(POPUP));
		aDayPasses();
		assertFalse(driver.hasShell(POPUP), "told once");
	}

	@Test
	void nobodyIsToldWhoDoesNotWant() throws Exception {
		preferences.putBoolean(Choices.EXPIRY_NOTIFIED, false);
		connect("Contoso", 5);
		aDayPasses();
		assertFalse(driver.hasShell(POPUP));
		preferences.putBoolean(Choices.EXPIRY_NOTIFIED, true);
		aDayPasses();
		driver.shell(POPUP);
	}

	/** As it is when the bundle stops. */
	@Test
	void aCheckThatIsCancelledWhileItRunsDoesNotComeAgain() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch hold = new CountDownLatch(1);
		ConnectionService slow = (ConnectionService) Proxy.newProxyInstance(ConnectionService.class.getClassLoader(),
				new Class<?>[] { ConnectionService.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("list")) {
						begun.countDown();
						hold.await();
					}
					return method.invoke(connections, arguments);
				});
		ServiceRegistration<ConnectionService> registered = context.registerService(ConnectionService.class, slow,
				new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1)));
		try {
			check.cancel();
			check.schedule();
			begun.await();
			check.cancel();
			hold.countDown();
			driver.waitUntil("over", () -> check.getState() == Job.NONE);
		} finally {
			registered.unregister();
		}
	}

	/** Also where the bundle stops just when the platform is about to schedule the next check. */
	@Test
	void aCheckThatIsStoppedNeverRunsAgain() throws ReflectiveOperationException {
		Job stopped = (Job) check.getClass().getConstructor().newInstance();
		AtomicInteger runs = new AtomicInteger();
		stopped.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void running(IJobChangeEvent event) {
				runs.incrementAndGet();
			}

			@Override
			public void done(IJobChangeEvent event) {
				stop(stopped);
			}
		});
		stopped.schedule();
		driver.waitUntil("over", () -> runs.get() == 1 && stopped.getState() != Job.RUNNING);
		stopped.wakeUp();
		driver.waitUntil("given up", () -> stopped.getState() == Job.NONE);
		stopped.schedule();
		assertEquals(Job.NONE, stopped.getState());
		assertEquals(1, runs.get());
	}

	private static void stop(Job job) {
		try {
			job.getClass().getMethod("stop").invoke(job);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void theConsoleAsksForTheCheckAfterItsStart() {
		assertNotEquals(Job.RUNNING, check.getState());
		assertTrue(check.isSystem());
		assertEquals(Job.DECORATE, check.getPriority());
	}

	@Test
	void withoutAConnectionThereIsNoCalendar() throws Exception {
		Shell dialog = exportCalendar();
		Path file = folder.resolve("ends.ics");
		driver.type(WidgetIds.DOCUMENT_PATH, file.toString());
		driver.waitUntil("refused", () -> String.valueOf(((WizardDialog) dialog.getData()).getCurrentPage().getErrorMessage())
				.startsWith("There are no connections"));
		assertFalse(driver.enabledText("Finish"));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell("Export Calendar"));
	}

	private Shell exportCalendar() {
		driver.start(() -> {
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("dev.latchkey.ui.exportCalendar", null);
			} catch (CommandException e) {
				throw new IllegalStateException(e);
			}
		});
		return driver.shell("Export Calendar");
	}

	@Test
	void allEndsAreWrittenAsACalendar() throws Exception {
		connect("Contoso", 5);
		Shell dialog = exportCalendar();
		Path file = folder.resolve("ends.txt");
		driver.type(WidgetIds.DOCUMENT_PATH, file.toString());
		driver.waitUntil("refused", () -> !driver.enabledText("Finish"));
		driver.type(WidgetIds.DOCUMENT_PATH, folder.resolve("ends.ics").toString());
		screenshots.keep(dialog, "calendar-export");
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell("Export Calendar"));
		assertEquals(List.of("ends.ics"), names());
		String calendar = Files.readString(folder.resolve("ends.ics"));
		assertTrue(calendar.contains("SUMMARY:Certificate of Contoso ends\r\n"), calendar);
	}

	private List<String> names() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).toList();
		}
	}
}
