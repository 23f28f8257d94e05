package dev.latchkey.certificate;

/**
 * What an organization demands of certificates beyond what Microsoft Entra ID does.
 *
 * @param maxLifetimeDays from a certificate's start to its end, as {@code maxLifetime} of an application management policy's
 *                        {@code asymmetricKeyLifetime}; at least 1
 */
public record CertificatePolicy(int maxLifetimeDays) {

	/** For organizations whose policy is not known: the longest validity of certificates that Latchkey makes, two years. */
	public static final CertificatePolicy USUAL = new CertificatePolicy(2 * 366);

	/** @throws IllegalArgumentException when a value is outside its range */
	public CertificatePolicy {
		if (maxLifetimeDays < 1) {
			throw new IllegalArgumentException("Not a lifetime: " + maxLifetimeDays); //$NON-NLS-1$
		}
	}
}
