package dev.latchkey.ui.internal.connect;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;

/** One sign-in after the other with a device code; tells how the latest stands. Used from the user interface thread. */
final class DeviceSignIn {

	/** How the sign-in stands. */
	enum State {
		REQUESTING, WAITING, SIGNED_IN, DECLINED, EXPIRED, BLOCKED, FAILED
	}

	private final RegistrationService registration;
	private final Control owner;
	private final Display display;
	private final ConnectModel model;
	private final Runnable changed;
	private final LatestJob<AdminSession> job;
	private State state = State.REQUESTING;
	private Optional<DeviceCode> code = Optional.empty();
	private String failure = ""; //$NON-NLS-1$
	private Object current = new Object();

	/** @param changed is called in the user interface thread */
	DeviceSignIn(RegistrationService registration, Control owner, ConnectModel model, Runnable changed) {
		this.registration = registration;
		this.owner = owner;
		this.display = owner.getDisplay();
		this.model = model;
		this.changed = changed;
		job = new LatestJob<>(owner, Messages.DeviceSignIn_job, AdminSession::close);
	}

	State state() {
		return state;
	}

	/** The code to enter; empty as long as there is none that works. */
	Optional<DeviceCode> code() {
		return code;
	}

	/** Why it failed, in a sentence with the next step; empty unless it failed. */
	String failure() {
		return failure;
	}

	/** How long the code works still. */
	Duration timeLeft(Clock clock) {
		return code.map(given -> Duration.between(clock.instant(), given.expires())).filter(left -> !left.isNegative())
				.orElse(Duration.ZERO);
	}

	boolean running() {
		return job.running();
	}

	/** Begins anew, whatever was before. */
	void start() {
		model.signOut();
		become(State.REQUESTING, ""); //$NON-NLS-1$
		SignInRequest request = new SignInRequest(model.tenant().orElseThrow(), SignInMethod.DEVICE_CODE,
				model.scopes());
		Object run = new Object();
		current = run;
		job.start(monitor -> registration.signIn(request, given -> show(given, run), monitor), new LatestJob.Receiver<>() {
			@Override
			public void done(AdminSession session) {
				model.signedIn(session);
				become(State.SIGNED_IN, ""); //$NON-NLS-1$
			}

			@Override
			public void failed(Throwable exception) {
				Failures.log(exception);
				become(stateAfter(exception), Failures.sentence(exception));
			}
		});
	}

	private void show(DeviceCode given, Object run) {
		display.asyncExec(() -> {
			if (run == current && job.running() && !owner.isDisposed()) {
				become(State.WAITING, ""); //$NON-NLS-1$
				code = Optional.of(given);
				changed.run();
			}
		});
	}

	private void become(State next, String sentence) {
		state = next;
		failure = sentence;
		code = Optional.empty();
		changed.run();
	}

	private static State stateAfter(Throwable failure) {
		Reason reason = failure instanceof RegistrationException known ? known.reason() : Reason.UNKNOWN;
		return switch (reason) {
		case SIGN_IN_DECLINED -> State.DECLINED;
		case SIGN_IN_EXPIRED -> State.EXPIRED;
		case SIGN_IN_BLOCKED, DEVICE_NOT_COMPLIANT -> State.BLOCKED;
		default -> State.FAILED;
		};
	}

	/** Stops asking; a sign-in that was finished stays. */
	void cancel() {
		current = new Object();
		job.cancel();
	}
}
