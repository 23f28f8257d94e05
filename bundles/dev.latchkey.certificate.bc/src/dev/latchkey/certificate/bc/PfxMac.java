package dev.latchkey.certificate.bc;

import java.security.MessageDigest;
import java.util.Arrays;

import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * The integrity check of a PKCS #12 file, which is also the best proof of a right password: with PKCS #12's own derivation
 * (RFC 7292, section 4) or with PBMAC1 (RFC 9579).
 */
final class PfxMac {

	private static final int MAX_KEY_BYTES = 256;

	private final MacData mac;
	private final AlgorithmIdentifier algorithm;
	private final Effort effort;
	private final KeyDerivation derivation;

	PfxMac(MacData mac, Effort effort) {
		this.mac = mac;
		this.effort = effort;
		algorithm = mac.getMac().getAlgorithmId();
		derivation = new KeyDerivation(effort);
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM, TOO_EXPENSIVE or CORRUPT */
	boolean verify(PasswordForms password, byte[] content) throws CertificateAccessException {
		boolean modern = PKCSObjectIdentifiers.id_PBMAC1.equals(algorithm.getAlgorithm());
		PasswordForms.Kind kind = modern ? PasswordForms.Kind.OCTETS : PasswordForms.Kind.UTF16;
		for (byte[] form : password.of(kind)) {
			Hash hash = modern ? Hash.ofHmac(parameters().getMessageAuthScheme()) : Hash.ofDigest(algorithm);
			byte[] key = modern ? modernKey(form) : classicKey(hash, form);
			Hmac hmac = new Hmac(hash, key);
			byte[] result = new byte[hmac.length()];
			hmac.compute(content, result);
			Arrays.fill(key, (byte) 0);
			if (MessageDigest.isEqual(mac.getMac().getDigest(), result)) {
				password.prefer(kind, form);
				return true;
			}
		}
		return false;
	}

	private byte[] classicKey(Hash hash, byte[] password) throws CertificateAccessException {
		return derivation.pkcs12(hash, KeyDerivation.Purpose.MAC, password, mac.getSalt(),
				effort.count(mac.getIterationCount()), hash.digest().getDigestLength());
	}

	private PBMAC1Params parameters() {
		return PBMAC1Params.getInstance(algorithm.getParameters());
	}

	/** RFC 9579, section 4: the salt and the count beside it mean nothing, and the key's length must be there. */
	private byte[] modernKey(byte[] password) throws CertificateAccessException {
		AlgorithmIdentifier function = AlgorithmIdentifier.getInstance(parameters().getKeyDerivationFunc());
		if (!PKCSObjectIdentifiers.id_PBKDF2.equals(function.getAlgorithm())) {
			throw Algorithms.unsupported(function, null);
		}
		PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(function.getParameters());
		if (pbkdf2.getKeyLength() == null || pbkdf2.getKeyLength().bitLength() > Short.SIZE
				|| pbkdf2.getKeyLength().signum() <= 0 || pbkdf2.getKeyLength().intValue() > MAX_KEY_BYTES) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		return derivation.pbkdf2(Hash.ofHmac(pbkdf2.getPrf()), password, pbkdf2.getSalt(),
				effort.count(pbkdf2.getIterationCount()), pbkdf2.getKeyLength().intValue());
	}
}
