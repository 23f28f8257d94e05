package dev.latchkey.ui.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.DialogPage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionRemoval;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Tenant;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.remove.RemoveWizard;
import dev.latchkey.ui.internal.renew.RenewWizard;
import dev.latchkey.ui.internal.renew.RetireWizard;

/** A walk through the wizards and property pages of connections that are there already, in any language. */
final class TaskTour implements AutoCloseable {

	private static final String EXPORT = "Export Connections";
	private static final String IMPORT = "Import Connections";
	private static final List<String> PROPERTIES = List.of("organization", "certificate", "permissions", "history");

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final TestServices services = new TestServices();
	private final SavedConnections saved = new SavedConnections();
	private final Path folder;
	private Consumer<Shell> action;

	/** @param folder for the file that goes to another computer */
	TaskTour(Path folder) {
		this.folder = folder;
	}

	/** As {@link WizardTour#forEachPage}. */
	@SafeVarargs
	final void forEachPage(Consumer<Shell>... actions) throws ConnectionException {
		action = WizardTour.inTurn(driver, actions);
		saved.clear();
		Connection contoso = saved.add("Contoso", Connection.State.CONNECTED, Duration.ofDays(20));
		lookAtProperties(contoso);
		lookAtTransfer();
		lookAtRenewal();
		lookAtRetirement(contoso);
		lookAtRemoval(contoso);
	}

	private void lookAtProperties(Connection connection) {
		for (String page : PROPERTIES) {
			driver.start(() -> PreferencesUtil.createPropertyDialogOn(workbench.window(), connection,
					"dev.latchkey.ui.properties." + page, null, null, 0).open());
			Shell shell = driver.shell("Properties for Contoso");
			driver.waitUntil("read", () -> ((DialogPage) ((PreferenceDialog) shell.getData()).getSelectedPage()).getMessage() == null);
			action.accept(shell);
			driver.clickText("Cancel");
			driver.waitUntil("closed", shell::isDisposed);
		}
	}

	private void lookAtTransfer() {
		String file = folder.resolve("connections.json").toString();
		open("dev.latchkey.ui.exportConnections");
		action.accept(driver.shell(EXPORT));
		driver.type(WidgetIds.DOCUMENT_PATH, file);
		driver.clickText("Finish");
		driver.waitUntil("closed", () -> !driver.hasShell(EXPORT));
		open("dev.latchkey.ui.importConnections");
		Shell shell = driver.shell(IMPORT);
		action.accept(shell);
		driver.type(WidgetIds.IMPORT_PATH, file);
		driver.waitUntil("read", () -> driver.enabledText("Finish"));
		action.accept(shell);
		driver.clickText("Cancel");
		driver.waitUntil("closed", shell::isDisposed);
	}

	private void open(String command) {
		driver.start(() -> {
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
			} catch (CommandException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** Of one whose certificate is still valid, and of one of the same organization that takes an administrator. */
	private void lookAtRenewal() {
		List<Connection> both = List.of(TaskWizards.connection("Contoso", "1", 20), TaskWizards.connection("Litware", "1", -1));
		try (TaskWizards wizard = new TaskWizards("Renew Certificates", () -> new RenewWizard(both, TaskWizards.CLOUDS,
				services.get(), new FirstFails(), new NoCertificates()))) {
			action.accept(wizard.shell());
			driver.click(WidgetIds.RENEW_ADMINISTRATOR);
			driver.tickAll(WidgetIds.RENEW_CONNECTIONS, true);
			driver.waitUntil("chosen", () -> driver.enabledText("Next >"));
			action.accept(wizard.shell());
			signIn(wizard);
			driver.waitUntil("ended", () -> driver.enabledText("Finish"));
			action.accept(wizard.shell());
		}
	}

	private void lookAtRetirement(Connection contoso) {
		Connection renewed = contoso.renewed(new CertificateReference("store", "B".repeat(64)),
				Instant.now().plus(Duration.ofDays(365)), "C".repeat(40), Instant.now().minus(Duration.ofDays(9)), Proof.NONE);
		try (TaskWizards wizard = new TaskWizards("Remove Old Certificates", () -> new RetireWizard(List.of(renewed),
				TaskWizards.CLOUDS, services.registration(), new FirstFails()))) {
			driver.tickAll(WidgetIds.RETIRE_CERTIFICATES, true);
			driver.waitUntil("chosen", () -> driver.enabledText("Next >"));
			action.accept(wizard.shell());
			wizard.next();
			driver.waitUntil("ended", () -> driver.enabledText("Finish"));
			action.accept(wizard.shell());
		}
	}

	private void lookAtRemoval(Connection contoso) {
		services.registration().journal.interrupted("a".repeat(64));
		try (TaskWizards wizard = new TaskWizards("Remove Organizations", () -> new RemoveWizard(List.of(contoso),
				services.registration(), new NothingIsTakenBack(contoso), services.get().connections()))) {
			driver.waitUntil("what was added", () -> driver.text(WidgetIds.REMOVE_ITEMS).contains("Group.Read.All"));
			driver.click(WidgetIds.REMOVE_TENANT);
			action.accept(wizard.shell());
			signIn(wizard);
			driver.waitUntil("ended", () -> driver.enabledText("Finish"));
			action.accept(wizard.shell());
		}
	}

	private void signIn(TaskWizards wizard) {
		wizard.next();
		services.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
		wizard.next();
	}

	@Override
	public void close() throws ConnectionException {
		workbench.clear();
		saved.clear();
		services.release();
	}

	/** Renews all but the first, and removes nothing. */
	private static final class FirstFails implements CertificateRenewer {

		@Override
		public List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor) {
			List<Result> results = renewals.stream().map(renewal -> result(renewal, renewal == renewals.get(0))).toList();
			results.forEach(progress);
			return results;
		}

		private static Result result(Renewal renewal, boolean failed) {
			return new Result(renewal.connection(), failed ? Step.ADDING : Step.DONE, Optional.empty(), Optional.empty(),
					failed ? Optional.of(new Failed("Contoso's application may not do that.", Optional.empty(), true))
							: Optional.empty());
		}

		@Override
		public Connection remove(UUID connection, List<RetiredCertificate> retired, Optional<AdminSession> administrator,
				IProgressMonitor monitor) throws ConnectionException {
			throw new ConnectionException(ConnectionException.Reason.NOT_FOUND, "Contoso", null);
		}
	}

	/** Knows the scripted journal's runs, and leaves them. */
	private final class NothingIsTakenBack implements ConnectionRemoval {

		private final Connection connection;

		NothingIsTakenBack(Connection connection) {
			this.connection = connection;
		}

		@Override
		public Added added(UUID id, Optional<Cloud> cloud) {
			return new Added(connection, new Tenant(MicrosoftClouds.GLOBAL, connection.tenantId(), connection.domain()),
					services.registration().journal.runs().stream().map(run -> new Leftover(run, run.changes(), List.of()))
							.toList());
		}

		@Override
		public TakenBack takeBack(Added added, AdminSession session, Consumer<TakenBack> progress, IProgressMonitor monitor) {
			JournalRun run = added.runs().get(0);
			return new TakenBack(List.of(new Outcome(run, Optional.empty(), Optional.empty())));
		}
	}
}
