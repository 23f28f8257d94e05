package dev.latchkey.certificate.bc;

import java.security.MessageDigest;

import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.jcajce.PKCS12Key;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;

import dev.latchkey.certificate.CertificateAccessException;

/** The integrity check of a PKCS #12 file (RFC 7292, section 4), which is also the only proof of a right password. */
final class PfxMac {

	private final MacData mac;
	private final Effort effort;

	PfxMac(MacData mac, Effort effort) {
		this.mac = mac;
		this.effort = effort;
	}

	boolean verify(PfxPassword password, byte[] content) throws CertificateAccessException {
		for (PfxPassword.Utf16 form : password.utf16()) {
			byte[] key = new PKCS12Key(form.chars(), form.terminator()).getEncoded();
			if (MessageDigest.isEqual(mac.getMac().getDigest(), compute(key, content))) {
				return true;
			}
		}
		return false;
	}

	private byte[] compute(byte[] password, byte[] content) throws CertificateAccessException {
		PBEParametersGenerator generator = new PKCS12ParametersGenerator(digest());
		generator.init(password, mac.getSalt(), effort.iterations(mac.getIterationCount()));
		HMac hmac = new HMac(digest());
		hmac.init(generator.generateDerivedMacParameters(hmac.getMacSize() * Byte.SIZE));
		hmac.update(content, 0, content.length);
		byte[] result = new byte[hmac.getMacSize()];
		hmac.doFinal(result, 0);
		return result;
	}

	private ExtendedDigest digest() throws CertificateAccessException {
		AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
		try {
			return BcDefaultDigestProvider.INSTANCE.get(algorithm);
		} catch (OperatorCreationException e) {
			throw Algorithms.unsupported(algorithm, e);
		}
	}
}
