package dev.latchkey.registration.graph;

import java.net.URI;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.ApplicationSignIn;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.graph.entra.CertificateSignIn;

/** Signs in at Microsoft Entra ID (MSAL4J). */
@Component
public final class EntraApplicationSignIn implements ApplicationSignIn {

	private final Operations operations;

	@Activate
	public EntraApplicationSignIn(@Reference Operations operations) {
		this.operations = operations;
	}

	@Override
	public Token signIn(Identity identity, URI resource, Optional<String> claims, IProgressMonitor monitor)
			throws RegistrationException {
		return operations.run("sign in the application", identity.tenant().cloud(), monitor, //$NON-NLS-1$
				operation -> new CertificateSignIn(identity, operation).token(resource, claims));
	}
}
