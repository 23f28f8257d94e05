package dev.latchkey.ui.internal.export;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.KeyFileWriter.CertificateStyle;
import dev.latchkey.certificate.KeyFileWriter.Existing;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;

/** Writes a certificate, with its private key if need be, to a file for handing it over. */
public final class ExportWizard extends Wizard {

	private final ExportChoice choice = new ExportChoice();
	private final CertificateExport export;
	private final ExportPage page;
	private final ExportedPage result = new ExportedPage();

	private ExportWizard(WizardServices services, CertificateEntry entry) {
		export = new CertificateExport(services.certificates(), services.keyFileWriter(), entry);
		page = new ExportPage(choice, export);
		setWindowTitle(Messages.ExportWizard_title);
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
		setNeedsProgressMonitor(true);
	}

	/** Lets the user export the certificate; returns when the dialog is closed. */
	public static void open(Shell parent, WizardServices services, CertificateEntry entry) {
		ExportWizard wizard = new ExportWizard(services, entry);
		FormDialog dialog = new FormDialog(parent, wizard);
		dialog.addPageChangingListener(wizard::leaving);
		dialog.open();
	}

	@Override
	public void addPages() {
		addPage(page);
		addPage(result);
	}

	private void leaving(PageChangingEvent event) {
		if (event.getTargetPage() == result) {
			event.doit = export();
		}
	}

	private boolean export() {
		char[] password = page.password();
		try {
			Optional<Throwable> failure = write(password, Existing.KEEP);
			if (failure.filter(ExportWizard::isTaken).isPresent() && replaces()) {
				failure = write(password, Existing.REPLACE);
			}
			page.say(failure.filter(each -> !Failures.cancelled(each) && !isTaken(each))
					.map(each -> new Notice(Notice.Level.RETRY, Failures.sentence(each))));
			result.show(choice, password);
			return failure.isEmpty();
		} finally {
			Arrays.fill(password, '\0');
		}
	}

	private static boolean isTaken(Throwable failure) {
		return failure instanceof CertificateAccessException known && known.reason() == Reason.FILE_EXISTS;
	}

	private boolean replaces() {
		return MessageDialog.openQuestion(getShell(), Messages.ExportWizard_replaceTitle,
				NLS.bind(Messages.ExportWizard_replace, choice.path()));
	}

	private Optional<Throwable> write(char[] password, Existing existing) {
		try {
			getContainer().run(true, true, monitor -> write(password, existing, monitor));
			return Optional.empty();
		} catch (InvocationTargetException e) {
			if (!Failures.cancelled(e.getCause()) && !isTaken(e.getCause())) {
				Failures.log(e.getCause());
			}
			return Optional.of(e.getCause());
		} catch (InterruptedException e) {
			return Optional.of(e);
		}
	}

	/** In the background, while the dialog lets nobody change the choice. */
	private void write(char[] password, Existing existing, IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.ExportWizard_working, IProgressMonitor.UNKNOWN);
		Path file = FilePaths.absolute(choice.path()).orElseThrow();
		try {
			switch (choice.what()) {
			case CERTIFICATE_DER -> export.writeCertificate(file, CertificateStyle.DER, existing);
			case CERTIFICATE_PEM -> export.writeCertificate(file, CertificateStyle.PEM, existing);
			case KEY -> export.writeKey(file, password, choice.oldWindows() ? PfxStyle.OLD_WINDOWS : PfxStyle.MODERN, existing,
					monitor::isCanceled);
			}
		} catch (CertificateAccessException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == result;
	}

	@Override
	public boolean performFinish() {
		return true;
	}
}
