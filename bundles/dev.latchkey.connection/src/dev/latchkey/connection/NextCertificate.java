package dev.latchkey.connection;

import org.osgi.annotation.versioning.ConsumerType;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;

/** Where a connection's next certificate comes from: made now, or chosen before. Called on background threads. */
@ConsumerType
@FunctionalInterface
public interface NextCertificate {

	/**
	 * The certificate that is to take over; kept by a provider already when this returns.
	 *
	 * @throws CertificateAccessException                 when there is none to be had; the connection stays as it is
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	CertificateEntry prepare(Connection connection, Cancellation cancellation) throws CertificateAccessException;
}
