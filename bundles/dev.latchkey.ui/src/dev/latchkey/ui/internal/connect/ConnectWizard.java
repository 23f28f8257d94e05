package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IPageChangingListener;
import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.ui.internal.ServiceSource;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.certificate.SelectCertificateWizard;
import dev.latchkey.ui.internal.export.ExportWizard;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** Connects an organization, or changes how one is connected. */
public class ConnectWizard extends Wizard {

	private final ServiceSource source;
	private final Optional<Connection> edited;
	private final Consumer<Connection> saved;
	private final IPageChangingListener leaving = this::leaving;
	private WizardServices services;
	private ConnectModel model;
	private ApplicationPage application;
	private SignInPage signIn;
	private ConnectPage connect;

	/**
	 * @param source released together with the wizard
	 * @param edited the connection to change; empty for a new one
	 * @param saved  gets the connection in the user interface thread, once it is saved
	 */
	public ConnectWizard(ServiceSource source, Optional<Connection> edited, Consumer<Connection> saved) {
		this.source = source;
		this.edited = edited;
		this.saved = saved;
		setWindowTitle(edited.isPresent() ? Messages.ConnectWizard_editTitle : Messages.ConnectWizard_title);
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		try {
			services = source.get();
		} catch (MissingServiceException e) {
			Failures.log(e);
			addPage(new UnavailablePage(e.getMessage()));
			return;
		}
		ProfileOffer.of(services.profiles(), edited, Choices.profileId()).ifPresentOrElse(this::addPages,
				() -> addPage(new UnavailablePage(PermissionProfile.class.getName())));
	}

	private void addPages(ProfileOffer offer) {
		Optional<Cloud> cloud = edited.flatMap(connection -> services.clouds().find(connection.cloudId()));
		Cloud first = cloud.orElse(MicrosoftClouds.GLOBAL);
		model = edited.map(connection -> ConnectModel.editing(offer.first(), first, connection))
				.orElseGet(() -> new ConnectModel(offer.first(), first));
		application = new ApplicationPage(model, services, this::select,
				entry -> ExportWizard.open(getShell(), services, entry));
		signIn = new SignInPage(model, services.registration());
		connect = new ConnectPage(model, services.registration());
		Optional<String> missing = edited.map(Connection::cloudId).filter(id -> cloud.isEmpty());
		List.of(new OrganizationPage(model, services.clouds(), offer, missing), application, signIn,
				new ReviewPage(model, services.registration(), services.documents()), connect).forEach(this::addPage);
	}

	private Optional<CertificateEntry> select() {
		return SelectCertificateWizard.open(getShell(), services);
	}

	/** The page on which something is to be done before it is left forward is asked to do it. */
	private void leaving(PageChangingEvent event) {
		boolean forward = event.getTargetPage() == signIn || event.getTargetPage() == connect;
		if (event.getCurrentPage() == application && forward) {
			event.doit = application.locate();
		}
	}

	@Override
	public void setContainer(IWizardContainer container) {
		if (getContainer() instanceof WizardDialog before) {
			before.removePageChangingListener(leaving);
		}
		super.setContainer(container);
		if (container instanceof WizardDialog dialog) {
			dialog.addPageChangingListener(leaving);
		}
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		return page == application && !model.input().grant() ? connect : super.getNextPage(page);
	}

	@Override
	public boolean canFinish() {
		return connect != null && getContainer().getCurrentPage() == connect && connect.isPageComplete();
	}

	@Override
	public boolean performCancel() {
		return connect == null || connect.cancel();
	}

	@Override
	public boolean performFinish() {
		AtomicReference<Connection> connection = new AtomicReference<>();
		try {
			getContainer().run(true, false, monitor -> connection.set(save()));
		} catch (InvocationTargetException e) {
			Failures.log(e.getCause());
			((WizardPage) getContainer().getCurrentPage()).setErrorMessage(Failures.sentence(e.getCause()));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
		if (edited.isEmpty()) {
			Choices.setProfileId(model.input().profile().id());
		}
		saved.accept(connection.get());
		return true;
	}

	/** Reads the model in the background, while the dialog lets nobody change it. */
	private Connection save() throws InvocationTargetException {
		try {
			Connection connection = model.connection(services.connections().list());
			services.connections().save(connection);
			return connection;
		} catch (ConnectionException e) {
			throw new InvocationTargetException(e);
		}
	}

	@Override
	public void dispose() {
		if (model != null) {
			model.close();
		}
		source.release();
		super.dispose();
	}
}
