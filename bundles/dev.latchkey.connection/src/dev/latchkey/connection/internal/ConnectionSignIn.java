package dev.latchkey.connection.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ClientCertificates;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.registration.ApplicationSignIn;
import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.ApplicationSignIn.Token;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.CloudHttp;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Tenant;

/**
 * Signs connections' applications in with their certificates, and knows the way to their clouds. A component of its own, so that
 * whatever it needs is begun with the first token and not with the list of connections.
 */
@Component(service = ConnectionSignIn.class)
public final class ConnectionSignIn implements TokenSource {

	/** A certificate that was added and proven may still be unknown to some of Microsoft's servers for a while. */
	private static final Duration SPREADING = Duration.ofHours(1);

	private final Belongings belongings;
	private final ApplicationSignIn signIn;
	private final CloudHttp http;

	@Activate
	public ConnectionSignIn(@Reference CloudCatalog clouds, @Reference ProfileCatalog profiles,
			@Reference CertificateService certificates, @Reference ApplicationSignIn signIn, @Reference CloudHttp http) {
		this.belongings = new Belongings(clouds, profiles, certificates);
		this.signIn = signIn;
		this.http = http;
	}

	/** Begins a client that reaches the connection's cloud. */
	HttpClient.Builder client(Connection connection) throws ConnectionException {
		return http.client(belongings.tenant(connection).cloud());
	}

	@Override
	public AccessToken fetch(Connection connection, TokenAudience audience, Optional<String> claims,
			IProgressMonitor monitor) throws ConnectionException {
		Tenant tenant = belongings.tenant(connection);
		URI resource = resource(audience, tenant.cloud());
		try {
			return token(connection, entry -> signIn.signIn(identity(tenant, connection, entry), resource, claims, monitor),
					resource, monitor);
		} catch (CancellationException e) {
			throw new OperationCanceledException();
		}
	}

	/** What a certificate can be used for. */
	private interface Use {
		Token with(CertificateEntry certificate) throws RegistrationException;
	}

	private AccessToken token(Connection connection, Use use, URI resource, IProgressMonitor monitor)
			throws ConnectionException {
		try {
			return token(use.with(belongings.certificate(connection, monitor::isCanceled)), resource);
		} catch (RegistrationException e) {
			Optional<CertificateEntry> before = e.reason() == Reason.CERTIFICATE_NOT_REGISTERED
					? before(connection, monitor)
					: Optional.empty();
			if (before.isPresent()) {
				return again(use, before.get(), resource, e);
			}
			throw new ConnectionException(e.failure(), e);
		}
	}

	private static AccessToken again(Use use, CertificateEntry before, URI resource, RegistrationException first)
			throws ConnectionException {
		try {
			return token(use.with(before), resource);
		} catch (RegistrationException e) {
			throw new ConnectionException(first.failure(), first);
		}
	}

	/** The certificate that the present one took over from a short while ago. */
	private Optional<CertificateEntry> before(Connection connection, IProgressMonitor monitor) {
		Instant now = Instant.now();
		return connection.retired().stream().findFirst()
				.filter(old -> old.retired().isAfter(now.minus(SPREADING)) && old.ends().isAfter(now))
				.flatMap(old -> belongings.find(old.certificate(), monitor::isCanceled));
	}

	private static AccessToken token(Token token, URI resource) {
		return new AccessToken(token.value(), token.expires(), resource);
	}

	private static Identity identity(Tenant tenant, Connection connection, CertificateEntry entry) {
		return new Identity(tenant, connection.applicationId(), ClientCertificates.of(entry));
	}

	private static URI resource(TokenAudience audience, Cloud cloud) {
		URI address = switch (audience.service()) {
		case GRAPH -> cloud.graph();
		case EXCHANGE -> cloud.exchange();
		case OTHER -> audience.address().orElseThrow();
		};
		return URI.create("https://" + address.getRawAuthority()); //$NON-NLS-1$
	}
}
