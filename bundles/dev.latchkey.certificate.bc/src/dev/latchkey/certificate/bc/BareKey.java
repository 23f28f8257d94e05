package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Private keys in the forms that are older than PKCS #8, and in that, told apart by their elements. */
final class BareKey {

	private static final int DSA_ELEMENTS = 6;
	private static final int RSA_ELEMENTS = 9;

	private BareKey() {
	}

	/** @throws RuntimeException of any kind when it is no private key */
	static PrivateKeyInfo of(ASN1Sequence key) {
		if (key.getObjectAt(1).toASN1Primitive() instanceof ASN1Sequence) {
			return PrivateKeyInfo.getInstance(key);
		}
		try {
			return key.getObjectAt(1).toASN1Primitive() instanceof ASN1Integer ? ofNumbers(key) : ofCurve(key);
		} catch (IOException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static PrivateKeyInfo ofNumbers(ASN1Sequence key) throws IOException {
		if (key.size() >= RSA_ELEMENTS) {
			return new PrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
					RSAPrivateKey.getInstance(key));
		}
		if (key.size() != DSA_ELEMENTS) {
			throw new IllegalArgumentException();
		}
		return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa,
				new DSAParameter(number(key, 1), number(key, 2), number(key, 3))), ASN1Integer.getInstance(key.getObjectAt(5)));
	}

	private static BigInteger number(ASN1Sequence key, int index) {
		return ASN1Integer.getInstance(key.getObjectAt(index)).getPositiveValue();
	}

	private static PrivateKeyInfo ofCurve(ASN1Sequence sequence) throws IOException {
		ECPrivateKey key = ECPrivateKey.getInstance(sequence);
		if (key.getParametersObject() == null) {
			throw new IllegalArgumentException();
		}
		return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
	}
}
