package dev.latchkey.registration;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Service that signs an application in with its certificate. Always asks Microsoft; whoever needs tokens often keeps them.
 * Blocks on the key and the network, with time limits, and must not be called on a user interface thread. Callable from any
 * other.
 */
@ProviderType
public interface ApplicationSignIn {

	/**
	 * Signs in, for one resource.
	 *
	 * @param resource the resource's address in the tenant's cloud, without a path, such as {@code https://graph.microsoft.com}
	 * @param claims   the claims that the token must have, as JSON, when the resource asked for any
	 * @param monitor  may be null
	 * @throws RegistrationException                               with Microsoft's reason, {@link Reason#KEY_UNUSABLE}, network
	 *                                                             reasons
	 * @throws org.eclipse.core.runtime.OperationCanceledException soon after the monitor is cancelled
	 */
	Token signIn(Identity identity, URI resource, Optional<String> claims, IProgressMonitor monitor)
			throws RegistrationException;

	/**
	 * Who signs in where.
	 *
	 * @param tenant        the organization
	 * @param applicationId application (client) id, a GUID in lower case
	 * @param certificate   registered with the application
	 */
	record Identity(Tenant tenant, String applicationId, ClientCertificate certificate) {
		public Identity {
			Objects.requireNonNull(tenant, "tenant"); //$NON-NLS-1$
			Objects.requireNonNull(applicationId, "applicationId"); //$NON-NLS-1$
			Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		}
	}

	/** A bearer token. It is a secret: {@link #toString()} tells nothing of it. */
	final class Token {

		private final String value;
		private final Instant expires;

		/** @param expires when it stops working */
		public Token(String value, Instant expires) {
			this.value = Objects.requireNonNull(value, "value"); //$NON-NLS-1$
			this.expires = Objects.requireNonNull(expires, "expires"); //$NON-NLS-1$
		}

		/** A text, since that is what all clients of HTTP take. */
		public String value() {
			return value;
		}

		public Instant expires() {
			return expires;
		}

		@Override
		public String toString() {
			return "Token until " + expires; //$NON-NLS-1$
		}
	}
}
