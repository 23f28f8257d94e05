package dev.latchkey.connection.internal;

import java.util.Optional;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.ClientCertificates;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.RegistrationRequest;

/**
 * A certificate that may become a connection's next one.
 *
 * @param connection as it is before
 * @param present    its present certificate, where that is here
 * @param next       the candidate
 * @param request    what has to hold with the candidate
 */
record Candidate(Connection connection, Optional<CertificateEntry> present, CertificateEntry next,
		RegistrationRequest request) {

	static Candidate of(Connection connection, Optional<CertificateEntry> present, CertificateEntry next,
			Belongings belongings) throws ConnectionException {
		RegistrationRequest request = new RegistrationRequest(belongings.tenant(connection), connection.account(),
				connection.services(), connection.applicationId(), ClientCertificates.of(next), belongings.profile(connection));
		return new Candidate(connection, present, next, request);
	}

	/** What has to hold with the present certificate. */
	Optional<RegistrationRequest> presentRequest() {
		return presentCertificate().map(certificate -> new RegistrationRequest(request.tenant(), request.account(),
				request.services(), request.applicationId(), certificate, request.profile()));
	}

	Optional<ClientCertificate> presentCertificate() {
		return present.map(ClientCertificates::of);
	}
}
