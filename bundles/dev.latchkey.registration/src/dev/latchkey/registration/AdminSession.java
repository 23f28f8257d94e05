package dev.latchkey.registration;

import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A signed-in administrator. Tokens stay in memory and are dropped by {@link #close()}, after which the session is of no
 * more use. Callable from any thread.
 */
@ProviderType
public interface AdminSession extends AutoCloseable {

	/** The user principal name of who signed in. */
	String userName();

	/** The tenant that was signed in to: always the one that was asked for. */
	Tenant tenant();

	/**
	 * Template ids of the directory roles that the administrator has: what the token says, or, where it says nothing, what the
	 * directory said when a plan was made. May be incomplete, never invented.
	 */
	Set<String> roleTemplateIds();

	/** What the session can do now; {@link RegistrationService#extend} adds to it. */
	Set<AdminScope> scopes();

	/** Drops all tokens. Closing again does nothing. */
	@Override
	void close();
}
