package dev.latchkey.ui.internal.connect;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.ui.internal.forms.Mark;

/** How the states of a sign-in are shown. */
final class SignInStates {

	/** Reasons that the other way of signing in may not meet. */
	private static final Set<Reason> OF_THIS_WAY = EnumSet.of(Reason.SIGN_IN_BLOCKED, Reason.DEVICE_NOT_COMPLIANT,
			Reason.BROWSER_UNAVAILABLE);

	private SignInStates() {
	}

	/** Whether it was the way of signing in that was refused, and not the administrator. */
	static boolean ofThisWay(Throwable failure) {
		return OF_THIS_WAY.contains(reason(failure));
	}

	static SignIn.State after(Throwable failure) {
		return switch (reason(failure)) {
		case SIGN_IN_DECLINED -> SignIn.State.DECLINED;
		case SIGN_IN_EXPIRED -> SignIn.State.EXPIRED;
		case SIGN_IN_BLOCKED, DEVICE_NOT_COMPLIANT -> SignIn.State.BLOCKED;
		default -> SignIn.State.FAILED;
		};
	}

	private static Reason reason(Throwable failure) {
		return failure instanceof RegistrationException known ? known.reason() : Reason.UNKNOWN;
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
