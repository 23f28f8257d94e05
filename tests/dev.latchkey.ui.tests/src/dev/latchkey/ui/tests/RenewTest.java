package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.renew.RenewWizard;
import dev.latchkey.ui.internal.renew.RetireWizard;

/** The wizards for next and for old certificates; what is done in an organization is scripted. */
class RenewTest {

	private static final String TITLE = "Renew Certificates";

	private final TestServices services = new TestServices();
	private final Connection contoso = TaskWizards.connection("Contoso", "1", 20);
	private final Connection fabrikam = TaskWizards.connection("Fabrikam", "2", 30);
	private final Connection litware = TaskWizards.connection("Litware", "3", -1);
	private final ScriptedRenewer renewer = new ScriptedRenewer();
	private TaskWizards wizard;

	/** Renews what it is told to renew, each when the test lets it. */
	private static final class ScriptedRenewer implements CertificateRenewer {

		/** Empty for a success. */
		private final BlockingQueue<Optional<Failed>> ends = new LinkedBlockingQueue<>();
		private final List<Renewal> asked = new CopyOnWriteArrayList<>();
		private final List<RetiredCertificate> removed = new CopyOnWriteArrayList<>();
		private volatile boolean removesUntilCancelled;

		@Override
		public List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor) {
			asked.addAll(renewals);
			List<Result> results = new ArrayList<>();
			for (Renewal renewal : renewals) {
				progress.accept(result(renewal.connection(), Step.PROVING, Optional.empty()));
				Optional<Failed> end = next(monitor);
				Step step = monitor.isCanceled() || end.isPresent() ? Step.ADDING : Step.DONE;
				results.add(result(renewal.connection(), step, end));
				progress.accept(results.get(results.size() - 1));
			}
			return results;
		}

		private Optional<Failed> next(IProgressMonitor monitor) {
			try {
				Optional<Failed> end = null;
				while (end == null && !monitor.isCanceled()) {
					end = ends.poll(20, TimeUnit.MILLISECONDS);
				}
				return end == null ? Optional.empty() : end;
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}

		private static Result result(UUID connection, Step step, Optional<Failed> failure) {
			return new Result(connection, step, Optional.empty(), Optional.empty(), failure);
		}

		@Override
		public Connection remove(UUID connection, List<RetiredCertificate> retired, Optional<AdminSession> administrator,
				IProgressMonitor monitor) {
			if (removesUntilCancelled) {
				next(monitor);
				throw new OperationCanceledException();
			}
			removed.addAll(retired);
			return null;
		}
	}

	@AfterEach
	void close() {
		wizard.close();
		services.release();
	}

	private WidgetDriver open(Connection... connections) {
		wizard = new TaskWizards(TITLE, () -> new RenewWizard(List.of(connections), TaskWizards.CLOUDS, services.get(), renewer,
				new NoCertificates()));
		return wizard.driver();
	}

	@Test
	void oneFailureDoesNotStopTheOthersAndIsTriedAgain() {
		WidgetDriver driver = open(contoso, fabrikam, litware);
		assertEquals(List.of(true, true, false), ticks(WidgetIds.RENEW_CONNECTIONS));
		assertTrue(driver.ask(() -> ((WizardDialog) wizard.shell().getData()).getCurrentPage().getMessage())
				.startsWith("The next key will be kept in Test Vault"));
		wizard.keep("renew");
		wizard.next();
		driver.waitUntil("running", () -> driver.text(WidgetIds.RENEW_STATE).startsWith("Renewing: 0 of 2"));
		assertFalse(driver.enabledText("Finish"));
		renewer.ends.add(Optional.of(new CertificateRenewer.Failed("Contoso's application may not do that.", Optional.empty(), true)));
		renewer.ends.add(Optional.empty());
		driver.waitUntil("ended", () -> driver.enabledText("Finish"));
		assertEquals(List.of("Contoso | Failed", "Fabrikam | Done"), driver.rows(WidgetIds.RENEW_ACTIONS));
		assertTrue(driver.text(WidgetIds.RENEW_DETAILS).contains("Contoso's application may not do that."));
		assertTrue(driver.text(WidgetIds.RENEW_STATE).startsWith("1 of 2 renewed"));
		wizard.keep("renew-failed");
		renewer.ends.add(Optional.empty());
		driver.click(WidgetIds.RENEW_RETRY);
		driver.waitUntil("all", () -> driver.text(WidgetIds.RENEW_STATE).equals("All 2 renewed."));
		assertEquals(List.of(contoso.id(), fabrikam.id(), contoso.id()),
				renewer.asked.stream().map(CertificateRenewer.Renewal::connection).toList());
		wizard.keep("renew-done");
		driver.clickText("Finish");
		driver.waitUntil("closed", wizard::closed);
	}

	@Test
	void whatHasEndedTakesAnAdministrator() {
		WidgetDriver driver = open(litware);
		assertTrue(driver.checked(WidgetIds.RENEW_ADMINISTRATOR));
		driver.click(WidgetIds.RENEW_ITSELF);
		driver.waitUntil("refused", () -> !driver.enabledText("Next >"));
		driver.click(WidgetIds.RENEW_ADMINISTRATOR);
		driver.waitUntil("accepted", () -> driver.enabledText("Next >"));
		wizard.next();
		services.registration().signIns.add(Optional.empty());
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
		wizard.keep("renew-signin");
		assertEquals(List.of(Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.READ_POLICIES)), services.registration().asked);
		wizard.next();
		renewer.ends.add(Optional.empty());
		driver.waitUntil("done", () -> driver.text(WidgetIds.RENEW_STATE).equals("Renewed."));
		assertTrue(renewer.asked.get(0).administrator().isPresent());
		driver.clickText("Finish");
		driver.waitUntil("signed out", () -> services.registration().openSessions.get() == 0);
	}

	@Test
	void cancellingTellsWhatBecameOfIt() {
		WidgetDriver driver = open(contoso, fabrikam);
		wizard.next();
		driver.waitUntil("running", () -> driver.text(WidgetIds.RENEW_STATE).startsWith("Renewing"));
		driver.clickText("Cancel");
		driver.waitUntil("stopped", () -> driver.enabledText("Finish"));
		assertTrue(driver.text(WidgetIds.RENEW_STATE).startsWith("0 of 2 renewed"));
		driver.clickText("Cancel");
		driver.waitUntil("closed", wizard::closed);
	}

	private Connection renewed() {
		return contoso.renewed(new CertificateReference("store", "B".repeat(64)),
				Instant.now().plus(Duration.ofDays(365)), "C".repeat(40), Instant.now().minus(Duration.ofDays(9)), Proof.NONE);
	}

	private WidgetDriver openRetire(Connection renewed) {
		wizard = new TaskWizards("Remove Old Certificates",
				() -> new RetireWizard(List.of(renewed), TaskWizards.CLOUDS, services.registration(), renewer));
		return wizard.driver();
	}

	@Test
	void cancellingTheRemovalOfOldCertificatesTellsWhatIsLeft() {
		renewer.removesUntilCancelled = true;
		WidgetDriver driver = openRetire(renewed());
		driver.tickAll(WidgetIds.RETIRE_CERTIFICATES, true);
		driver.waitUntil("chosen", () -> driver.enabledText("Next >"));
		wizard.next();
		driver.waitUntil("running", () -> driver.text(WidgetIds.RENEW_STATE).startsWith("Removing"));
		driver.clickText("Cancel");
		driver.waitUntil("stopped", () -> driver.enabledText("Finish"));
		assertEquals("0 of 1 removed.", driver.text(WidgetIds.RENEW_STATE));
		assertTrue(driver.enabled(WidgetIds.RENEW_RETRY));
	}

	@Test
	void oldCertificatesGoOnlyWhenTheyAreTicked() {
		Connection renewed = renewed();
		WidgetDriver driver = openRetire(renewed);
		assertEquals(List.of(false), ticks(WidgetIds.RETIRE_CERTIFICATES));
		assertFalse(driver.enabledText("Next >"));
		driver.tickAll(WidgetIds.RETIRE_CERTIFICATES, true);
		driver.waitUntil("chosen", () -> driver.enabledText("Next >"));
		wizard.keep("retire");
		wizard.next();
		driver.waitUntil("removed", () -> driver.text(WidgetIds.RENEW_STATE).equals("1 of 1 removed."));
		assertEquals(renewed.retired(), renewer.removed);
		driver.clickText("Finish");
		driver.waitUntil("closed", wizard::closed);
	}

	private List<Boolean> ticks(String id) {
		Table table = wizard.driver().control(Table.class, id);
		return wizard.driver().ask(() -> Arrays.stream(table.getItems()).map(TableItem::getChecked).toList());
	}
}
