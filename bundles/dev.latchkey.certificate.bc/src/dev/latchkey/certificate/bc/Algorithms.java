package dev.latchkey.certificate.bc;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Names algorithms for people: by name where one is known, by number elsewhere. */
final class Algorithms {

	private Algorithms() {
	}

	static CertificateAccessException unsupported(AlgorithmIdentifier algorithm, Throwable cause) {
		String name = new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
		return new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, cause, name);
	}
}
