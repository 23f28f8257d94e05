package dev.latchkey.registration.graph.entra;

import java.util.Set;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.graph.Refusal;

/** A way for a person to sign in. */
@FunctionalInterface
interface SignInFlow {

	/** @throws org.eclipse.core.runtime.OperationCanceledException soon after the operation is cancelled */
	IAuthenticationResult run(PublicClientApplication client, Set<String> scopes) throws Refusal;
}
