package dev.latchkey.ui.internal.connect;

import dev.latchkey.ui.internal.forms.Mark;

/** How the states of a sign-in are shown. */
final class SignInStates {

	private SignInStates() {
	}

	static Mark mark(DeviceSignIn.State state) {
		return switch (state) {
		case REQUESTING -> Mark.RUNNING;
		case WAITING -> Mark.WAITING;
		case SIGNED_IN -> Mark.DONE;
		case EXPIRED -> Mark.WARNING;
		case DECLINED, BLOCKED, FAILED -> Mark.ERROR;
		};
	}

	static String text(DeviceSignIn.State state) {
		return switch (state) {
		case REQUESTING -> Messages.SignInStates_requesting;
		case WAITING -> Messages.SignInStates_waiting;
		case SIGNED_IN -> Messages.SignInStates_signedIn;
		case EXPIRED -> Messages.SignInStates_expired;
		case DECLINED -> Messages.SignInStates_declined;
		case BLOCKED -> Messages.SignInStates_blocked;
		case FAILED -> Messages.SignInStates_failed;
		};
	}
}
