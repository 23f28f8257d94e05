package dev.latchkey.connection.internal;

import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.ClientCertificates;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Tenant;

/** What connections name and others have: clouds, profiles, certificates. Callable from any thread. */
final class Belongings {

	private final CloudCatalog clouds;
	private final ProfileCatalog profiles;
	private final CertificateService certificates;

	Belongings(CloudCatalog clouds, ProfileCatalog profiles, CertificateService certificates) {
		this.clouds = clouds;
		this.profiles = profiles;
		this.certificates = certificates;
	}

	Tenant tenant(Connection connection) throws ConnectionException {
		return tenant(connection, Optional.empty());
	}

	/** @param known is used when the connection is in this one */
	Tenant tenant(Connection connection, Optional<Cloud> known) throws ConnectionException {
		return known.filter(cloud -> cloud.id().equals(connection.cloudId()))
				.or(() -> clouds.find(connection.cloudId()))
				.map(cloud -> new Tenant(cloud, connection.tenantId(), connection.domain()))
				.orElseThrow(() -> new ConnectionException(Reason.CLOUD_MISSING, connection.cloudId(), null));
	}

	PermissionProfile profile(Connection connection) throws ConnectionException {
		return profile(profiles, connection.profileId())
				.orElseThrow(() -> new ConnectionException(Reason.PROFILE_MISSING, connection.profileId(), null));
	}

	/** The profile that a connection was made for; the first one there is when that is not known. */
	static Optional<PermissionProfile> profile(ProfileCatalog profiles, String id) {
		return id.isEmpty() ? profiles.profiles().stream().findFirst() : profiles.find(id);
	}

	CertificateEntry certificate(Connection connection, Cancellation cancellation) throws ConnectionException {
		return find(connection.certificate(), cancellation).orElseThrow(
				() -> new ConnectionException(Reason.CERTIFICATE_MISSING, connection.certificate().sha256(), null));
	}

	/** The certificate, whichever provider has it now. */
	Optional<CertificateEntry> find(CertificateReference reference, Cancellation cancellation) {
		return CertificatesHere.find(certificates, reference, cancellation);
	}

	RegistrationRequest request(Connection connection, Optional<Cloud> known, Cancellation cancellation)
			throws ConnectionException {
		Tenant tenant = tenant(connection, known);
		PermissionProfile profile = profile(connection);
		return new RegistrationRequest(tenant, connection.account(), connection.services(), connection.applicationId(),
				ClientCertificates.of(certificate(connection, cancellation)), profile);
	}
}
