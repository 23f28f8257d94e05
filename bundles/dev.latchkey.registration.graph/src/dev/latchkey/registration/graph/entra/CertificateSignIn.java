package dev.latchkey.registration.graph.entra;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ClientCredentialParameters.ClientCredentialParametersBuilder;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalClientException;

import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.ApplicationSignIn.Token;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.net.Operation;

/** Signs the application in with its certificate. Every token is fresh, because an early one may lack what was just granted. */
public final class CertificateSignIn {

	private static final Set<Reason> ABOUT_THE_CERTIFICATE = Set.of(Reason.CERTIFICATE_NOT_REGISTERED,
			Reason.CERTIFICATE_EXPIRED, Reason.CERTIFICATE_REFUSED);

	/** What Microsoft tolerates between clocks. */
	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	/** Understands claims challenges, so that its tokens may live long and be revoked at once. */
	private static final Set<String> CAPABILITIES = Set.of("cp1"); //$NON-NLS-1$

	private final Identity identity;
	private final Operation operation;
	private final String thumbprint;
	private final EntraFaults faults;

	public CertificateSignIn(Identity identity, Operation operation) {
		this.identity = identity;
		this.operation = operation;
		this.thumbprint = Thumbprint.hex(identity.certificate().certificate());
		this.faults = new EntraFaults(this::reason, this::arguments);
	}

	/**
	 * For a call that is made once, here and now.
	 *
	 * @param resource application id or address of the API
	 * @param name     its name, for the sentence when the tenant does not have it
	 */
	public String token(String resource, String name) throws Refusal {
		return acquire(client(Set.of()), parameters(resource), name).accessToken();
	}

	/**
	 * For a client that answers
	 * <a href="https://learn.microsoft.com/entra/identity-platform/claims-challenge">claims challenges</a>.
	 *
	 * @param claims that the token must have, as JSON
	 */
	public Token token(URI resource, Optional<String> claims) throws Refusal {
		ClientCredentialParametersBuilder parameters = parameters(resource.toString());
		if (claims.isPresent()) {
			parameters.claims(claims(claims.get()));
		}
		IAuthenticationResult result = acquire(client(CAPABILITIES), parameters, resource.getHost());
		return new Token(result.accessToken(), result.expiresOnDate().toInstant());
	}

	private ClaimsRequest claims(String json) throws Refusal {
		try {
			return ClaimsRequest.formatAsClaimsRequest(json);
		} catch (MsalClientException e) {
			throw faults.translate(e);
		}
	}

	private ConfidentialClientApplication client(Set<String> capabilities) throws Refusal {
		Tenant tenant = identity.tenant();
		IClientCredential credential = ClientCredentialFactory.createFromClientAssertion(assertion(tenant));
		return MsalClients.confidentialClient(identity.applicationId(), credential, tenant,
				new MsalHttp(operation.reads(), tenant.cloud()), capabilities);
	}

	private static ClientCredentialParametersBuilder parameters(String resource) {
		return ClientCredentialParameters.builder(Set.of(resource + "/.default")).skipCache(true); //$NON-NLS-1$
	}

	private IAuthenticationResult acquire(ConfidentialClientApplication client,
			ClientCredentialParametersBuilder parameters, String name) throws Refusal {
		try {
			return client.acquireToken(parameters.build()).join();
		} catch (CompletionException e) {
			Refusal refusal = faults.translate(e);
			boolean named = refusal.reason() == Reason.RESOURCE_MISSING || refusal.reason() == Reason.RESOURCE_DISABLED;
			throw named ? refusal.as(naming(refusal.failure(), name)) : refusal;
		}
	}

	private String assertion(Tenant tenant) throws Refusal {
		String endpoint = tenant.cloud().authority() + "/" + tenant.id() + "/oauth2/v2.0/token"; //$NON-NLS-1$ //$NON-NLS-2$
		try {
			return new ClientAssertion(identity.certificate(), identity.applicationId(), endpoint).sign(Instant.now());
		} catch (ClientAssertion.KeyMismatchException e) {
			throw local(Reason.CERTIFICATE_KEY_MISMATCH, e);
		} catch (ClientAssertion.KeyKindException e) {
			throw local(Reason.CERTIFICATE_REFUSED, e);
		} catch (GeneralSecurityException e) {
			throw local(Reason.KEY_UNUSABLE, e);
		}
	}

	private Refusal local(Reason reason, Exception cause) {
		return new Refusal(Failure.of(reason, thumbprint), 0, Optional.empty(), cause);
	}

	private static Failure naming(Failure failure, String resource) {
		return new Failure(failure.reason(), List.of(resource), failure.code(), failure.correlationId(),
				failure.time());
	}

	/**
	 * Why an assertion was refused stands in words only, so it is told by what is known here: the key is the certificate's,
	 * which {@link ClientAssertion} has seen, and the certificate's dates are held against Microsoft's time, not ours. What
	 * is left is that the certificate is not registered.
	 */
	private Reason reason(EntraError error) {
		Reason reason = EntraCodes.application(error);
		return ABOUT_THE_CERTIFICATE.contains(reason) ? byDates(reason, error.time()) : reason;
	}

	private Reason byDates(Reason reason, Instant theirs) {
		X509Certificate certificate = identity.certificate().certificate();
		Instant begins = certificate.getNotBefore().toInstant();
		if (theirs.isAfter(certificate.getNotAfter().toInstant())) {
			return Reason.CERTIFICATE_EXPIRED;
		}
		if (theirs.plus(TOLERANCE).isBefore(begins)) {
			return begins.isAfter(Instant.now()) ? Reason.CERTIFICATE_EXPIRED : Reason.CLOCK_SKEW;
		}
		return reason;
	}

	private List<String> arguments(Reason reason) {
		Tenant tenant = identity.tenant();
		return switch (reason) {
		case APPLICATION_NOT_FOUND, SERVICE_PRINCIPAL_MISSING -> List.of(identity.applicationId(), tenant.domain());
		case APPLICATION_DISABLED, APPLICATION_PUBLIC, APPLICATION_BLOCKED -> List.of(identity.applicationId());
		case CERTIFICATE_NOT_REGISTERED, CERTIFICATE_EXPIRED, CERTIFICATE_KEY_MISMATCH, CERTIFICATE_WEAK,
				CERTIFICATE_REFUSED ->
			List.of(thumbprint);
		case TENANT_NOT_FOUND, WRONG_CLOUD -> List.of(tenant.domain(), tenant.cloud().name());
		default -> List.of();
		};
	}
}
