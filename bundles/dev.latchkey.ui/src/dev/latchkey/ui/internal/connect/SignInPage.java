package dev.latchkey.ui.internal.connect;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** Shows the administrator a code to sign in with, and how the sign-in stands. */
public final class SignInPage extends FormPage<ConnectModel> {

	private static final int COLUMNS = 3;
	private static final int CODE_SCALE = 2;
	private static final int SECOND = 1000;

	private final RegistrationService registration;
	private final Clock clock = Clock.systemUTC();
	/** One and the same, so that a new start moves its next call instead of adding another. */
	private final Runnable ticker = this::tick;
	private DeviceSignIn signIn;
	private Label intro;
	private Text code;
	private Text address;
	private Button copy;
	private Button open;
	private Button renew;
	private Text timeLeft;
	private StateLine state;

	public SignInPage(ConnectModel model, RegistrationService registration) {
		super("signIn", Messages.SignInPage_title, Messages.SignInPage_description, model); //$NON-NLS-1$
		this.registration = registration;
	}

	@Override
	protected void createBody(Composite body) {
		intro = Controls.note(body, Messages.SignInPage_intro);
		Composite steps = Controls.row(body, COLUMNS);
		createCode(steps);
		createAddress(steps);
		createState(steps);
		signIn = new DeviceSignIn(registration, body, model(), this::refresh);
	}

	private void createCode(Composite steps) {
		Controls.label(steps, Messages.SignInPage_code);
		code = Controls.field(steps, Messages.SignInPage_code, WidgetIds.CODE, SWT.BORDER | SWT.READ_ONLY | SWT.CENTER);
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), code);
		FontDescriptor font = FontDescriptor.createFrom(JFaceResources.getTextFont());
		int height = font.getFontData()[0].getHeight();
		code.setFont(resources.create(font.setHeight(height * CODE_SCALE).withStyle(SWT.BOLD)));
		copy = Controls.push(steps, Messages.SignInPage_copy, WidgetIds.COPY_CODE, this::copyCode);
	}

	private void createAddress(Composite steps) {
		Controls.label(steps, Messages.SignInPage_address);
		address = Controls.field(steps, Messages.SignInPage_address, WidgetIds.ADDRESS, SWT.BORDER | SWT.READ_ONLY);
		open = Controls.push(steps, Messages.SignInPage_open, WidgetIds.OPEN_PAGE, this::openPage);
	}

	private void createState(Composite steps) {
		Controls.label(steps, Messages.SignInPage_timeLeft);
		timeLeft = Controls.field(steps, Messages.SignInPage_timeLeft, WidgetIds.TIME_LEFT, SWT.BORDER | SWT.READ_ONLY);
		renew = Controls.push(steps, Messages.SignInPage_newCode, WidgetIds.NEW_CODE, this::start);
		state = new StateLine(steps, Messages.SignInPage_state, WidgetIds.SIGN_IN_STATE);
		GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(state.control());
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && model().session().isEmpty()) {
			start();
		} else if (!visible) {
			signIn.cancel();
		}
	}

	private void start() {
		signIn.start();
		tick();
	}

	/** Counts down for as long as there is something to wait for. */
	private void tick() {
		if (getControl().isDisposed() || !getControl().isVisible()) {
			return;
		}
		showTimeLeft();
		getControl().getDisplay().timerExec(SECOND, ticker);
	}

	private void showTimeLeft() {
		String text = signIn.state() == DeviceSignIn.State.WAITING ? Formats.clock(signIn.timeLeft(clock)) : "–"; //$NON-NLS-1$
		if (!text.equals(timeLeft.getText())) {
			timeLeft.setText(text);
		}
	}

	private void copyCode() {
		Clipboard clipboard = new Clipboard(getControl().getDisplay());
		try {
			clipboard.setContents(new Object[] { code.getText() }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	private void openPage() {
		if (!Program.launch(address.getText())) {
			setMessage(Messages.SignInPage_noBrowser, WARNING);
		}
	}

	@Override
	protected void update() {
		model().tenant().ifPresent(tenant -> intro.setText(NLS.bind(Messages.SignInPage_introFor, tenant.domain())));
		code.setText(signIn.code().map(DeviceCode::userCode).orElse("")); //$NON-NLS-1$
		address.setText(signIn.code().map(given -> given.verificationUri().toString()).orElse("")); //$NON-NLS-1$
		copy.setEnabled(signIn.code().isPresent());
		open.setEnabled(signIn.code().isPresent());
		renew.setEnabled(!signIn.running() || signIn.code().isPresent());
		showTimeLeft();
		state.show(SignInStates.mark(signIn.state()), stateText());
	}

	private String stateText() {
		return model().session().map(SignInPage::who).orElseGet(() -> SignInStates.text(signIn.state()));
	}

	private static String who(AdminSession session) {
		return NLS.bind(Messages.SignInPage_signedIn, session.userName(), session.tenant().domain());
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (model().session().isPresent()) {
			return List.of();
		}
		return List.of(signIn.failure().isEmpty() ? Notice.prompt(Messages.SignInPage_description)
				: Notice.error(signIn.failure()));
	}
}
