package dev.latchkey.ui.internal.connect;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.ui.internal.forms.Mark;

/** How the states of a sign-in are shown. */
final class SignInStates {

	private SignInStates() {
	}

	static Mark mark(SignIn signIn) {
		return switch (signIn.state()) {
		case IDLE -> Mark.TO_DO;
		case REQUESTING -> Mark.RUNNING;
		case WAITING -> Mark.WAITING;
		case SIGNED_IN -> Mark.DONE;
		case EXPIRED -> Mark.WARNING;
		case DECLINED, BLOCKED, FAILED -> Mark.ERROR;
		};
	}

	static String text(SignIn signIn) {
		boolean code = signIn.method() == SignInMethod.DEVICE_CODE;
		return switch (signIn.state()) {
		case IDLE -> Messages.SignInStates_idle;
		case REQUESTING -> code ? Messages.SignInStates_requesting : Messages.SignInStates_opening;
		case WAITING -> code ? Messages.SignInStates_waiting : Messages.SignInStates_waitingForBrowser;
		case SIGNED_IN -> Messages.SignInStates_signedIn;
		case EXPIRED -> code ? Messages.SignInStates_expired : Messages.SignInStates_tooLate;
		case DECLINED -> Messages.SignInStates_declined;
		case BLOCKED -> code ? Messages.SignInStates_codeBlocked : Messages.SignInStates_browserBlocked;
		case FAILED -> Messages.SignInStates_failed;
		};
	}

	/** Who signed in, and which of the roles that matter are known. */
	static String who(AdminSession session) {
		String who = NLS.bind(Messages.SignInPage_signedIn, session.userName(), session.tenant().domain());
		if (session.roleTemplateIds().isEmpty()) {
			return who;
		}
		return AdminRoles.names(session.roleTemplateIds()).map(roles -> NLS.bind(Messages.SignInStates_roles, who, roles))
				.orElseGet(() -> NLS.bind(Messages.SignInStates_noRoles, who));
	}
}
