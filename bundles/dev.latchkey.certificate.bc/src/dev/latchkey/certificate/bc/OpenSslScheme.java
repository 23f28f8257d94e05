package dev.latchkey.certificate.bc;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** OpenSSL's traditional encryption of PEM files ({@code DEK-Info}), which has neither iterations nor a check of any kind. */
final class OpenSslScheme implements EncryptionScheme {

	private static final int SALT = 8;
	private static final int WIDE = 16;
	private static final int NARROW = 8;

	private record Variant(String algorithm, int keyBytes, int block) {
	}

	private static final Map<String, Variant> VARIANTS = Map.ofEntries( //
			Map.entry("DES-CBC", new Variant("DES", 8, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("DES-EDE-CBC", new Variant("DESede", 16, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("DES-EDE3-CBC", new Variant("DESede", 24, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("RC2-CBC", new Variant("RC2", 16, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("RC2-64-CBC", new Variant("RC2", 8, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("RC2-40-CBC", new Variant("RC2", 5, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("BF-CBC", new Variant("Blowfish", 16, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("CAST5-CBC", new Variant("CAST5", 16, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IDEA-CBC", new Variant("IDEA", 16, NARROW)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("SEED-CBC", new Variant("SEED", 16, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("AES-128-CBC", new Variant("AES", 16, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("AES-192-CBC", new Variant("AES", 24, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("AES-256-CBC", new Variant("AES", 32, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("CAMELLIA-128-CBC", new Variant("Camellia", 16, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("CAMELLIA-192-CBC", new Variant("Camellia", 24, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("CAMELLIA-256-CBC", new Variant("Camellia", 32, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("ARIA-128-CBC", new Variant("ARIA", 16, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("ARIA-192-CBC", new Variant("ARIA", 24, WIDE)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("ARIA-256-CBC", new Variant("ARIA", 32, WIDE))); //$NON-NLS-1$ //$NON-NLS-2$

	private final Variant variant;
	private final byte[] iv;
	private final KeyDerivation derivation;

	/**
	 * @param dekInfo name of the cipher and initialization vector in hexadecimal digits
	 * @throws CertificateAccessException UNSUPPORTED_ALGORITHM or CORRUPT
	 */
	OpenSslScheme(String dekInfo, Effort effort) throws CertificateAccessException {
		String[] parts = dekInfo.split(","); //$NON-NLS-1$
		variant = VARIANTS.get(parts[0].strip().toUpperCase(Locale.ROOT));
		if (variant == null) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, parts[0].strip());
		}
		try {
			iv = HexFormat.of().parseHex(parts[1].strip());
		} catch (IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new CertificateAccessException(Reason.CORRUPT, e);
		}
		if (iv.length != variant.block) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		derivation = new KeyDerivation(effort);
	}

	@Override
	public PasswordForms.Kind takes() {
		return PasswordForms.Kind.OCTETS;
	}

	@Override
	public Optional<Plaintext> decrypt(byte[] password, byte[] data) throws CertificateAccessException {
		byte[] key = derivation.openSsl(password, Arrays.copyOf(iv, SALT), variant.keyBytes);
		try {
			return RawCipher.cbc(variant.algorithm, variant.block).decrypt(key,
					"RC2".equals(variant.algorithm) ? new RC2ParameterSpec(variant.keyBytes * Byte.SIZE, iv) //$NON-NLS-1$
							: new IvParameterSpec(iv),
					data);
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}
}
