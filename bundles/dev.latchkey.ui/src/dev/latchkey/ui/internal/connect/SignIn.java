package dev.latchkey.ui.internal.connect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;

/** One sign-in after the other, in one way or the other; tells how the latest stands. Used from the user interface thread. */
final class SignIn {

	/** How the sign-in stands. */
	enum State {
		/** Nothing was begun, or it was stopped. */
		IDLE, REQUESTING, WAITING, SIGNED_IN, DECLINED, EXPIRED, BLOCKED, FAILED
	}

	private final RegistrationService registration;
	private final Control owner;
	private final Display display;
	private final SignInModel model;
	private final Predicate<URI> browser;
	private final Runnable changed;
	private final LatestJob<AdminSession> job;
	private final LatestJob<AdminSession> extension;
	private SignInMethod method;
	private State state = State.IDLE;
	private Optional<SignInPrompt.DeviceCode> code = Optional.empty();
	private Optional<SignInPrompt.BrowserPage> page = Optional.empty();
	private Optional<Throwable> failure = Optional.empty();
	private Object current = new Object();

	/**
	 * @param browser opens an address; asked in the user interface thread
	 * @param changed is called in the user interface thread
	 */
	SignIn(RegistrationService registration, Control owner, SignInModel model, SignInMethod method,
			Predicate<URI> browser, Runnable changed) {
		this.registration = registration;
		this.owner = owner;
		this.display = owner.getDisplay();
		this.model = model;
		this.method = method;
		this.browser = browser;
		this.changed = changed;
		job = new LatestJob<>(owner, Messages.SignIn_job, AdminSession::close);
		extension = new LatestJob<>(owner, Messages.SignIn_job);
	}

	State state() {
		return state;
	}

	SignInMethod method() {
		return method;
	}

	/** Chooses the way of the next sign-in; one that waits is stopped. */
	void choose(SignInMethod chosen) {
		if (chosen != method) {
			method = chosen;
			cancel();
		}
	}

	/** The code to enter; empty as long as there is none that works. */
	Optional<SignInPrompt.DeviceCode> code() {
		return code;
	}

	/** The page that the browser was told to open; empty as long as nobody waits for it. */
	Optional<SignInPrompt.BrowserPage> page() {
		return page;
	}

	/** Where the browser goes to; empty as long as no organization was found. */
	String host() {
		return page.map(SignInPrompt.BrowserPage::address).or(() -> model.tenant().map(tenant -> tenant.cloud().authority()))
				.map(URI::getHost).orElse(""); //$NON-NLS-1$
	}

	/** Why it failed, in a sentence with the next step; empty unless it failed. */
	Optional<String> failure() {
		return failure.map(Failures::sentence);
	}

	/** Whether the other way of signing in may help, because this one was refused and not the administrator. */
	boolean otherWayHelps() {
		return failure.filter(SignInStates::ofThisWay).isPresent();
	}

	/** How long the code or the page works still. */
	Duration timeLeft(Clock clock) {
		Optional<Instant> end = code.map(SignInPrompt.DeviceCode::expires).or(() -> page.map(SignInPrompt.BrowserPage::expires));
		return end.map(expires -> Duration.between(clock.instant(), expires)).filter(left -> !left.isNegative())
				.orElse(Duration.ZERO);
	}

	boolean running() {
		return job.running() || extension.running();
	}

	/** Begins anew, whatever was before. */
	void start() {
		cancel();
		model.signOut();
		become(State.REQUESTING);
		SignInRequest request = new SignInRequest(model.tenant().orElseThrow(), method, model.scopes());
		SignInPrompt prompt = new Prompt();
		job.start(monitor -> registration.signIn(request, prompt, monitor), new End());
	}

	/** Lets the session do what is needed now; it stays what it is when that fails. */
	void extend() {
		cancel();
		become(State.REQUESTING);
		AdminSession session = model.session().orElseThrow();
		Set<AdminScope> scopes = model.scopes();
		SignInPrompt prompt = new Prompt();
		extension.start(monitor -> {
			registration.extend(session, scopes, prompt, monitor);
			return session;
		}, new End());
	}

	private void become(State next) {
		state = next;
		failure = Optional.empty();
		code = Optional.empty();
		page = Optional.empty();
		changed.run();
	}

	/** Stops asking; a sign-in that was finished stays. */
	void cancel() {
		current = new Object();
		job.cancel();
		extension.cancel();
		become(State.IDLE);
	}

	/** What becomes of a sign-in or an extension. */
	private final class End implements LatestJob.Receiver<AdminSession> {

		@Override
		public void done(AdminSession session) {
			model.signedIn(session);
			become(State.SIGNED_IN);
		}

		@Override
		public void failed(Throwable exception) {
			Failures.log(exception);
			become(SignInStates.after(exception));
			failure = Optional.of(exception);
			changed.run();
		}
	}

	/** Shows what one sign-in asks for, unless another one has taken its place. */
	private final class Prompt implements SignInPrompt {

		private final Object run = current;

		@Override
		public void show(DeviceCode given) {
			display.asyncExec(() -> {
				if (waitedFor()) {
					method = SignInMethod.DEVICE_CODE;
					become(State.WAITING);
					code = Optional.of(given);
					changed.run();
				}
			});
		}

		@Override
		public boolean open(BrowserPage given) {
			AtomicBoolean opened = new AtomicBoolean();
			display.syncExec(() -> opened.set(waitedFor() && browser.test(given.address())));
			if (opened.get()) {
				display.asyncExec(() -> opened(given));
			}
			return opened.get();
		}

		private void opened(BrowserPage given) {
			if (waitedFor()) {
				method = SignInMethod.BROWSER;
				become(State.WAITING);
				page = Optional.of(given);
				changed.run();
			}
		}

		private boolean waitedFor() {
			return run == current && running() && !owner.isDisposed();
		}
	}
}
