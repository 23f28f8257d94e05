package dev.latchkey.connection.internal;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.connection.NextStore;

/** Makes a connection's next certificate and keeps it. */
final class Making {

	private static final double DAYS_OF_A_MONTH = 365.25 / 12;

	private final SelfSigned wanted;
	private final CertificateService certificates;
	private final SelfSignedIssuer issuer;

	Making(SelfSigned wanted, CertificateService certificates, SelfSignedIssuer issuer) {
		this.wanted = wanted;
		this.certificates = certificates;
		this.issuer = issuer;
	}

	CertificateEntry make(Connection connection, Cancellation cancellation) throws CertificateAccessException {
		CertificateImporter keeper = keeper(connection);
		Optional<X509Certificate> present = CertificatesHere.find(certificates, connection.certificate(), cancellation)
				.map(CertificateEntry::certificate);
		SelfSignedRequest request = new SelfSignedRequest(name(connection),
				wanted.keyBits().orElseGet(() -> present.map(Making::bits).orElse(SelfSignedRequest.DEFAULT_KEY_BITS)),
				wanted.validityMonths()
						.orElseGet(() -> present.map(Making::months).orElse(SelfSignedRequest.DEFAULT_VALIDITY_MONTHS)));
		return keeper.add(issuer.issue(request, cancellation), cancellation);
	}

	/** Before a key is made that nobody keeps. */
	private CertificateImporter keeper(Connection connection) throws CertificateAccessException {
		return NextStore.of(connection, wanted.providerId(), certificates)
				.flatMap(store -> certificates.capability(store.providerId(), CertificateImporter.class))
				.orElseThrow(() -> new CertificateAccessException(Reason.STORE_UNAVAILABLE,
						wanted.providerId().orElse(connection.certificate().providerId())));
	}

	private static String name(Connection connection) {
		return SelfSignedRequest.isName(connection.name()) ? connection.name()
				: connection.domain().substring(0, Math.min(connection.domain().length(), SelfSignedRequest.MAX_NAME_LENGTH));
	}

	private static int bits(X509Certificate present) {
		return present.getPublicKey() instanceof RSAPublicKey key
				&& SelfSignedRequest.KEY_BITS.contains(key.getModulus().bitLength()) ? key.getModulus().bitLength()
						: SelfSignedRequest.DEFAULT_KEY_BITS;
	}

	private static int months(X509Certificate present) {
		Duration validity = Duration.between(present.getNotBefore().toInstant(), present.getNotAfter().toInstant());
		int months = (int) Math.round(validity.toDays() / DAYS_OF_A_MONTH);
		return Math.min(Math.max(months, SelfSignedRequest.MIN_VALIDITY_MONTHS), SelfSignedRequest.MAX_VALIDITY_MONTHS);
	}
}
