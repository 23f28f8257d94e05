package dev.latchkey.connection;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.annotation.versioning.ProviderType;

import dev.latchkey.certificate.CertificateReference;

/** Service that knows where next certificates come from. Callable from any thread. */
@ProviderType
public interface NextCertificates {

	/**
	 * A new self-signed one at each call. Where an earlier renewal of the connection registered one and was interrupted, that
	 * one is taken, as long as it is here and would not end before the present one.
	 */
	NextCertificate selfSigned(SelfSigned wanted);

	/** One that is here already; for one connection. */
	NextCertificate existing(CertificateReference certificate);

	/**
	 * What new certificates are to be like.
	 *
	 * @param keyBits        of {@link dev.latchkey.certificate.SelfSignedRequest#KEY_BITS}; as the present one when absent
	 * @param validityMonths as the present one when absent
	 * @param providerId     who is to keep them; when absent the present one's provider if that can keep keys, otherwise the first
	 *                       that can: {@link NextStore} tells
	 */
	record SelfSigned(OptionalInt keyBits, OptionalInt validityMonths, Optional<String> providerId) {

		/** As the present one. */
		public static final SelfSigned SAME = new SelfSigned(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

		public SelfSigned {
			Objects.requireNonNull(keyBits, "keyBits"); //$NON-NLS-1$
			Objects.requireNonNull(validityMonths, "validityMonths"); //$NON-NLS-1$
			Objects.requireNonNull(providerId, "providerId"); //$NON-NLS-1$
		}
	}
}
