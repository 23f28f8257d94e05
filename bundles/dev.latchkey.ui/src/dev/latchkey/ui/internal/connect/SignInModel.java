package dev.latchkey.ui.internal.connect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Tenant;
import dev.latchkey.ui.internal.forms.Model;

/** A wizard's model in which an administrator signs in. Owns the session. */
public abstract class SignInModel extends Model {

	private Optional<AdminSession> session = Optional.empty();

	/** Where to sign in; empty as long as that is not known. */
	public abstract Optional<Tenant> tenant();

	/** What the next administrator who signs in is asked for. */
	public abstract Set<AdminScope> scopes();

	/** Whether it is known what is asked for. */
	protected boolean scopesKnown() {
		return tenant().isPresent();
	}

	/** What there is to say about the organization's region; empty for nothing. */
	protected Optional<String> regionNote() {
		return Optional.empty();
	}

	public final Optional<AdminSession> session() {
		return session;
	}

	/** Takes the session over: it is closed with this model, or when another one takes its place. */
	public final void signedIn(AdminSession opened) {
		if (session.filter(same -> same == opened).isEmpty()) {
			signOut();
			session = Optional.of(opened);
		}
		changed();
	}

	/** What is needed by now and the session can't do; empty without a session. */
	public final Set<AdminScope> missingScopes() {
		Set<AdminScope> missing = EnumSet.noneOf(AdminScope.class);
		session.ifPresent(signedIn -> {
			missing.addAll(scopes());
			missing.removeAll(signedIn.scopes());
		});
		return missing;
	}

	/** Ends the session, if any, and forgets what was read with it. */
	public final void signOut() {
		session.ifPresent(AdminSession::close);
		session = Optional.empty();
		signedOut();
	}

	/** To forget what was read with the session. */
	protected void signedOut() {
		// most models read nothing with it
	}

	/** Drops the administrator's tokens. */
	public final void close() {
		signOut();
	}
}
