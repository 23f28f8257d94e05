package dev.latchkey.ui.internal.connect;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.ExternalBrowser;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** Lets the administrator sign in, with a code or in the browser, and shows how that stands and what it asks for. */
public final class SignInPage extends FormPage<SignInModel> {

	private final RegistrationService registration;
	private final ExternalBrowser browser = new ExternalBrowser();
	private SignIn signIn;
	private RegionLine region;
	private Label intro;
	private Button codeWay;
	private Button browserWay;
	private Composite blocks;
	private CodeBlock codeBlock;
	private BrowserBlock browserBlock;
	private StateLine state;
	private Composite actions;
	private Button otherWay;
	private Button stop;
	private ScopesArea scopes;

	public SignInPage(SignInModel model, RegistrationService registration) {
		super("signIn", Messages.SignInPage_title, Messages.SignInPage_description, model); //$NON-NLS-1$
		this.registration = registration;
	}

	@Override
	protected void createBody(Composite body) {
		signIn = new SignIn(registration, body, model(), Choices.signInMethod(), browser, this::refresh);
		region = new RegionLine(body);
		intro = Controls.note(body, Messages.SignInPage_intro);
		Composite ways = Controls.row(body, 2);
		((GridLayout) ways.getLayout()).horizontalSpacing = LayoutConstants.getIndent();
		codeWay = way(ways, Messages.SignInPage_codeWay, WidgetIds.WAY_CODE, SignInMethod.DEVICE_CODE);
		browserWay = way(ways, Messages.SignInPage_browserWay, WidgetIds.WAY_BROWSER, SignInMethod.BROWSER);
		createBlocks(body);
		createState(body);
		scopes = new ScopesArea(body);
	}

	private Button way(Composite ways, String text, String id, SignInMethod method) {
		Button way = Controls.choice(ways, SWT.RADIO, text, id);
		GridDataFactory.swtDefaults().applyTo(way);
		way.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (way.getSelection() && signIn.method() != method) {
				choose(method);
				startWithoutAsking();
			}
		}));
		return way;
	}

	private void createBlocks(Composite body) {
		blocks = new Composite(body, SWT.NONE);
		blocks.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(blocks);
		codeBlock = new CodeBlock(blocks, signIn, this::open, signIn::start);
		browserBlock = new BrowserBlock(blocks, signIn, this::open, signIn::start);
	}

	private void createState(Composite body) {
		Composite row = Controls.row(body, 2);
		state = new StateLine(row, Messages.SignInPage_state, WidgetIds.SIGN_IN_STATE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(state.control());
		actions = new Composite(row, SWT.NONE);
		actions.setLayout(new StackLayout());
		otherWay = Controls.push(actions, Messages.SignInPage_useBrowser, WidgetIds.OTHER_WAY, this::useOtherWay);
		stop = Controls.push(actions, Messages.SignInPage_stop, WidgetIds.STOP_WAITING, signIn::cancel);
	}

	private void open(URI address) {
		if (!browser.test(address)) {
			setMessage(Messages.SignInPage_noBrowser, WARNING);
		}
	}

	private void choose(SignInMethod method) {
		Choices.setSignInMethod(method);
		signIn.choose(method);
	}

	private void useOtherWay() {
		choose(otherWay());
		signIn.start();
		block().focus();
	}

	private SignInMethod otherWay() {
		return codeChosen() ? SignInMethod.BROWSER : SignInMethod.DEVICE_CODE;
	}

	private boolean codeChosen() {
		return signIn.method() == SignInMethod.DEVICE_CODE;
	}

	private SignInBlock block() {
		return codeChosen() ? codeBlock : browserBlock;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (!visible) {
			signIn.cancel();
		} else if (model().session().isEmpty()) {
			startWithoutAsking();
		} else if (!model().missingScopes().isEmpty()) {
			signIn.extend();
		}
	}

	/** A code is harmless; a browser that comes up by itself is not what somebody asked for. */
	private void startWithoutAsking() {
		if (codeChosen() && model().session().isEmpty()) {
			signIn.start();
		} else {
			refresh();
		}
		if (!codeChosen()) {
			browserBlock.focus();
		}
	}

	@Override
	protected void update() {
		region.show(model());
		model().tenant().ifPresent(tenant -> intro.setText(NLS.bind(Messages.SignInPage_introFor, tenant.domain())));
		codeWay.setSelection(codeChosen());
		browserWay.setSelection(!codeChosen());
		block().show();
		((StackLayout) blocks.getLayout()).topControl = block().control();
		otherWay.setText(codeChosen() ? Messages.SignInPage_useBrowser : Messages.SignInPage_useCode);
		((StackLayout) actions.getLayout()).topControl = action();
		state.show(signedIn() ? Mark.DONE : SignInStates.mark(signIn), stateText());
		scopes.show(model());
	}

	/** What can be done about how it stands; null when nothing can. */
	private Button action() {
		if (signIn.otherWayHelps()) {
			return otherWay;
		}
		return !codeChosen() && signIn.running() ? stop : null;
	}

	private boolean signedIn() {
		return model().session().isPresent() && model().missingScopes().isEmpty();
	}

	private String stateText() {
		return signedIn() ? model().session().map(SignInStates::who).orElseThrow() : SignInStates.text(signIn);
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (signedIn()) {
			return List.of();
		}
		Optional<Notice> failure = signIn.failure().flatMap(Notice::error);
		return List.of(failure, Notice.prompt(model().missingScopes().isEmpty() ? whatToDo() : whyAgain()));
	}

	private String whatToDo() {
		return codeChosen() ? Messages.SignInPage_enterCode : Messages.SignInPage_openBrowser;
	}

	private String whyAgain() {
		String reasons = model().missingScopes().stream().sorted().map(AdminScope::reason).collect(Collectors.joining("; ")); //$NON-NLS-1$
		return NLS.bind(Messages.SignInPage_again, reasons);
	}
}
