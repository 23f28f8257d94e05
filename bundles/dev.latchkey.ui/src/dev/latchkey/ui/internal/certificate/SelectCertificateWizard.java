package dev.latchkey.ui.internal.certificate;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.export.ExportWizard;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** Makes, finds or imports a certificate with its private key. */
public final class SelectCertificateWizard extends Wizard {

	/** What Finish does, in the background. */
	@FunctionalInterface
	private interface Work {
		CertificateEntry call(Cancellation cancellation) throws CertificateAccessException;
	}

	private final CertificateChoice choice = new CertificateChoice(Messages.SelectCertificateWizard_defaultName);
	private final CertificateInstaller installer;
	private final TypePage type;
	private final GeneratePage generate;
	private final StorePage store;
	private final FilePage file;
	private Optional<CertificateEntry> selected = Optional.empty();

	public SelectCertificateWizard(WizardServices services) {
		choice.setKeyBits(Choices.keyBits());
		choice.setValidityMonths(Choices.validityMonths());
		installer = new CertificateInstaller(services.certificates(), services.issuer());
		KeepingPlaces places = KeepingPlaces.of(services.certificates());
		type = new TypePage(choice);
		generate = new GeneratePage(choice, places.importer());
		store = new StorePage(choice, services.certificates(),
				entry -> ExportWizard.open(getShell(), services, entry));
		file = new FilePage(choice, services.certificates(), services.keyFiles(), places);
		setWindowTitle(Messages.SelectCertificateWizard_title);
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
		setNeedsProgressMonitor(true);
	}

	/** Lets the user select; empty when the user cancels. */
	public static Optional<CertificateEntry> open(Shell parent, WizardServices services) {
		SelectCertificateWizard wizard = new SelectCertificateWizard(services);
		FormDialog dialog = new FormDialog(parent, wizard);
		return dialog.open() == Window.OK ? wizard.selected() : Optional.empty();
	}

	@Override
	public void addPages() {
		addPage(type);
		addPage(generate);
		addPage(store);
		addPage(file);
	}

	/** What was selected; empty before Finish. */
	public Optional<CertificateEntry> selected() {
		return selected;
	}

	private WizardPage chosenPage() {
		return switch (choice.source()) {
		case GENERATE -> generate;
		case STORE -> store;
		case FILE -> file;
		};
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		return page == type ? chosenPage() : null;
	}

	@Override
	public boolean canFinish() {
		return getContainer().getCurrentPage() == chosenPage() && chosenPage().isPageComplete();
	}

	@Override
	public boolean performFinish() {
		return switch (choice.source()) {
		case GENERATE -> generate();
		case STORE -> finish(cancellation -> choice.stored().orElseThrow());
		case FILE -> keepFile(choice.read().orElseThrow());
		};
	}

	private boolean generate() {
		SelfSignedRequest request = new SelfSignedRequest(choice.name(), choice.keyBits(), choice.validityMonths());
		return finish(cancellation -> installer.generate(request, cancellation));
	}

	private boolean keepFile(KeyMaterial material) {
		if (!choice.linked()) {
			return finish(cancellation -> installer.copy(material, cancellation));
		}
		Path path = FilePaths.absolute(choice.path()).orElseThrow();
		char[] typed = file.password();
		try {
			char[] password = typed.length == 0 ? null : typed;
			return finish(cancellation -> installer.link(path, password, material, cancellation));
		} finally {
			Arrays.fill(typed, '\0');
		}
	}

	private boolean finish(Work work) {
		try {
			getContainer().run(true, true, monitor -> selected = Optional.of(run(work, monitor)));
			return true;
		} catch (InvocationTargetException e) {
			if (!Failures.cancelled(e.getCause())) {
				Failures.log(e.getCause());
				chosenPage().setErrorMessage(Failures.sentence(e.getCause()));
			}
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	private static CertificateEntry run(Work work, IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.SelectCertificateWizard_working, IProgressMonitor.UNKNOWN);
		try {
			return work.call(monitor::isCanceled);
		} catch (CertificateAccessException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}
}
