package dev.latchkey.registration.graph.entra;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Call;

/** Lets a session do more: silently where Microsoft allows it, otherwise by asking its administrator again. */
public final class AdminExtension {

	private final SignedInAdmin admin;
	private final SignInRequest request;
	private final Set<AdminScope> needed;
	private final Operation operation;
	private final SignInPrompt prompt;

	/** @param prompt may be null */
	public AdminExtension(SignedInAdmin admin, Set<AdminScope> more, Operation operation, SignInPrompt prompt) {
		this.admin = admin;
		this.request = new SignInRequest(admin.tenant(), admin.method(), both(admin.asked(), more));
		this.needed = both(admin.scopes(), more);
		this.operation = operation;
		this.prompt = prompt;
	}

	private static Set<AdminScope> both(Set<AdminScope> some, Set<AdminScope> more) {
		Set<AdminScope> all = EnumSet.copyOf(more);
		all.addAll(some);
		return all;
	}

	/** @param later as for {@link AdminSignIn#signIn} */
	public void extend(Call.Factory later) throws Refusal {
		if (admin.widen(request.scopes(), needed, operation)) {
			return;
		}
		if (prompt == null) {
			throw refusal(Reason.NO_PROMPT);
		}
		AdminSignIn again = new AdminSignIn(request, admin.clientId(), operation, prompt);
		try (SignedInAdmin other = again.signIn(later, admin.userName())) {
			if (!other.isSamePersonAs(admin)) {
				throw refusal(Reason.WRONG_ACCOUNT, other.userName(), admin.userName());
			}
			if (!other.scopes().containsAll(needed)) {
				throw refusal(Reason.CONSENT_REQUIRED);
			}
			admin.takeOver(other);
		}
	}

	private static Refusal refusal(Reason reason, String... arguments) {
		return new Refusal(Failure.of(reason, arguments), 0, Optional.empty(), null);
	}
}
