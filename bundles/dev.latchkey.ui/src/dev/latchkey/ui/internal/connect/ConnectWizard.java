package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IPageChangedListener;
import org.eclipse.jface.dialogs.IPageChangingListener;
import org.eclipse.jface.dialogs.PageChangedEvent;
import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.ui.internal.ServiceSource;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.certificate.SelectCertificateWizard;
import dev.latchkey.ui.internal.export.ExportWizard;
import dev.latchkey.ui.internal.connect.InterruptedChoice.Way;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;

/** Connects an organization, or changes how one is connected. */
public class ConnectWizard extends Wizard {

	private final ServiceSource source;
	private final Optional<Connection> edited;
	private final Consumer<Connection> saved;
	private final IPageChangingListener leaving = this::leaving;
	private final IPageChangedListener arriving = this::arriving;
	private WizardServices services;
	private ConnectModel model;
	private ApplicationPage application;
	private SignInPage signIn;
	private ConnectPage connect;
	private UndoPage undo;
	private NextSteps next;
	private InterruptedStart start;
	private boolean closing;
	private final Optional<JournalRun> taken;
	private final InterruptedChoice choice = new InterruptedChoice();
	private final InterruptedPage interrupted = new InterruptedPage(choice);
	private final ReadingPage reading = new ReadingPage();
	private IWizardPage organization;
	private Composite pages;
	private Optional<Remembered> known = Optional.empty();

	/**
	 * @param source released together with the wizard
	 * @param edited the connection to change; empty for a new one
	 * @param saved  gets the connection in the user interface thread, once it is saved
	 */
	public ConnectWizard(ServiceSource source, Optional<Connection> edited, Consumer<Connection> saved) {
		this(source, edited, Optional.empty(), saved);
		setWindowTitle(edited.isPresent() ? Messages.ConnectWizard_editTitle : Messages.ConnectWizard_title);
	}

	/** A wizard that takes a run back and does nothing else. */
	public static ConnectWizard undoing(ServiceSource source, JournalRun run) {
		ConnectWizard wizard = new ConnectWizard(source, Optional.empty(), Optional.of(run), connection -> {
		});
		wizard.setWindowTitle(Messages.ConnectWizard_undoTitle);
		return wizard;
	}

	/** A wizard that begins at the sign-in with all that is known of a connection, and so leads to what is missing. */
	public static ConnectWizard granting(ServiceSource source, Connection connection, Remembered known,
			Consumer<Connection> saved) {
		ConnectWizard wizard = new ConnectWizard(source, Optional.of(connection), Optional.empty(), saved);
		wizard.known = Optional.of(known);
		wizard.setWindowTitle(Messages.ConnectWizard_grantTitle);
		return wizard;
	}

	private ConnectWizard(ServiceSource source, Optional<Connection> edited, Optional<JournalRun> taken,
			Consumer<Connection> saved) {
		this.source = source;
		this.edited = edited;
		this.taken = taken;
		this.saved = saved;
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
		String profile = Choices.profileId();
		new CatalogReading(getShell()).start(() -> Catalogs.read(services, edited, profile), late())
				.ifPresentOrElse(this::addPages, this::addReadingPage);
	}

	private void addReadingPage() {
		// the platform leaves them out of a wizard that begins with one page
		setForcePreviousAndNextButtons(true);
		addPage(reading);
	}

	/** Takes what was read when the wizard is open already. */
	private LatestJob.Receiver<Catalogs> late() {
		return new LatestJob.Receiver<>() {
			@Override
			public void done(Catalogs read) {
				addPages(read);
				new LatePages(ConnectWizard.this, pages).begin();
				lookForInterrupted();
			}

			@Override
			public void failed(Throwable failure) {
				reading.failed(failure);
			}
		};
	}

	private void addPages(Catalogs catalogs) {
		catalogs.profiles().ifPresentOrElse(offer -> addPages(catalogs, offer),
				() -> addPage(new UnavailablePage(PermissionProfile.class.getName())));
	}

	private void addPages(Catalogs catalogs, ProfileOffer offer) {
		Optional<Cloud> cloud = edited.flatMap(connection -> catalogs.cloud(connection.cloudId()));
		Cloud first = cloud.or(() -> catalogs.cloud(Choices.cloudId())).orElse(MicrosoftClouds.GLOBAL);
		model = edited.map(connection -> ConnectModel.editing(offer.first(), first, connection))
				.orElseGet(() -> new ConnectModel(offer.first(), first));
		known.ifPresent(model::remember);
		application = new ApplicationPage(model, services, this::select,
				entry -> ExportWizard.open(getShell(), services, entry));
		signIn = new SignInPage(model, services.registration());
		next = new NextSteps(this, model, services);
		start = new InterruptedStart(model, services, catalogs);
		connect = new ConnectPage(model, services.registration(), next);
		undo = new UndoPage(model, services, next::otherForUndo);
		Optional<String> missing = edited.map(Connection::cloudId).filter(id -> cloud.isEmpty());
		organization = new OrganizationPage(model, catalogs, offer, missing);
		List.of(interrupted, organization, application, signIn,
				new ReviewPage(model, services.registration(), services.documents()), connect, undo).forEach(this::addPage);
		taken.ifPresent(start::undo);
	}

	/** Asks the journal in the background what was interrupted; the wizard opens meanwhile. */
	@Override
	public void createPageControls(Composite container) {
		super.createPageControls(container);
		pages = container;
		lookForInterrupted();
	}

	private void lookForInterrupted() {
		if (connect == null || edited.isPresent() || taken.isPresent()) {
			return;
		}
		Journal journal = services.journal();
		new LatestJob<List<JournalRun>>(pages, Messages.ConnectWizard_reading).start(monitor -> journal.interrupted(),
				new LatestJob.Receiver<>() {
					@Override
					public void done(List<JournalRun> runs) {
						offer(runs);
					}

					@Override
					public void failed(Throwable failure) {
						Failures.log(failure);
					}
				});
	}

	/** Begins with what was interrupted, unless the administrator is further on already. */
	private void offer(List<JournalRun> runs) {
		choice.offer(runs);
		if (!runs.isEmpty() && getContainer().getCurrentPage() == organization) {
			getContainer().showPage(interrupted);
		}
	}

	@Override
	public IWizardPage getStartingPage() {
		return connect == null ? getPages()[getPageCount() - 1] : taken.isPresent() || granting() ? signIn : organization;
	}

	/** Whether nothing has to be entered any more; a profile may ask by now for what the connection has not. */
	private boolean granting() {
		return known.isPresent() && model.tenant().isPresent();
	}

	@Override
	public IWizardPage getPreviousPage(IWizardPage page) {
		if (page == interrupted || page == organization && choice.runs().isEmpty() || taken.isPresent()) {
			return null;
		}
		return super.getPreviousPage(page);
	}

	private Optional<CertificateEntry> select() {
		return SelectCertificateWizard.open(getShell(), services);
	}

	/** The page on which something is to be done before it is left forward is asked to do it. */
	private void leaving(PageChangingEvent event) {
		Object from = event.getCurrentPage();
		Object to = event.getTargetPage();
		if (from == interrupted) {
			Optional<Notice> obstacle = start.decide(choice, getContainer());
			interrupted.say(obstacle);
			event.doit = obstacle.isEmpty();
		} else if (from == application && (to == signIn || to == connect)) {
			model.undo(List.of());
			event.doit = application.locate();
		}
		if (to == connect && from != signIn && from != undo) {
			connect.startWhenShown();
		}
	}

	/** There is no way back to a page that has nothing to tell any more. */
	private void arriving(PageChangedEvent event) {
		if (event.getSelectedPage() == organization && choice.runs().isEmpty()) {
			organization.setPreviousPage(null);
			getContainer().updateButtons();
		}
	}

	/** Leads to the sign-in, from which Back leads to the values that were entered. */
	void showSignIn() {
		getContainer().showPage(signIn);
		signIn.setPreviousPage(taken.isPresent() ? null : application);
		getContainer().updateButtons();
	}

	void showUndo() {
		getContainer().showPage(undo);
	}

	/** Closes the wizard without asking anything. */
	void close() {
		closing = true;
		getShell().close();
	}

	@Override
	public void setContainer(IWizardContainer container) {
		if (getContainer() instanceof WizardDialog before) {
			before.removePageChangingListener(leaving);
			before.removePageChangedListener(arriving);
		}
		super.setContainer(container);
		if (container instanceof WizardDialog dialog) {
			dialog.addPageChangingListener(leaving);
			dialog.addPageChangedListener(arriving);
		}
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		if (page == interrupted) {
			return choice.way() == Way.RESUME || choice.way() == Way.UNDO ? signIn : organization;
		}
		if (page == signIn && !model.undoing().isEmpty()) {
			return undo;
		}
		if (page == connect || page == undo) {
			return null;
		}
		return page == application && !model.input().grant() ? connect : super.getNextPage(page);
	}

	@Override
	public boolean canFinish() {
		IWizardPage page = getContainer().getCurrentPage();
		return connect != null && (page == connect || page == undo) && page.isPageComplete();
	}

	@Override
	public boolean performCancel() {
		if (closing || connect == null) {
			return true;
		}
		if (connect.running()) {
			connect.stop();
			return false;
		}
		if (undo.running()) {
			undo.stop();
			return false;
		}
		return next.leave();
	}

	@Override
	public boolean performFinish() {
		return getContainer().getCurrentPage() == undo || save();
	}

	private boolean save() {
		Optional<Connection> connection = new Saving(model, services.connections()).run(getContainer());
		if (connection.isPresent() && edited.isEmpty()) {
			Choices.setProfileId(model.input().profile().id());
		}
		connection.ifPresent(saved);
		return connection.isPresent();
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
