package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What nobody may see, in the notations in which it could leak. */
final class Secrets {

	private final List<Pattern> secrets;

	private Secrets(List<Pattern> secrets) {
		this.secrets = secrets;
	}

	/** As whole words: a short PIN may be part of a thumbprint by chance. */
	static Secrets of(CertificateProviderContract contract) {
		return new Secrets(contract.secrets().stream()
				.map(secret -> Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])")).toList());
	}

	/** The same and a key. */
	Secrets and(PrivateKey key) {
		List<Pattern> all = new ArrayList<>(secrets);
		if (key instanceof RSAPrivateCrtKey rsa) {
			for (BigInteger number : List.of(rsa.getPrivateExponent(), rsa.getPrimeP(), rsa.getPrimeQ())) {
				all.add(anywhere(number.toString()));
				all.add(anywhere(number.toString(16)));
			}
		}
		byte[] encoded = key.getEncoded();
		if (encoded != null) {
			all.add(anywhere(HexFormat.of().formatHex(encoded)));
			all.add(anywhere(Base64.getEncoder().encodeToString(encoded)));
		}
		return new Secrets(all);
	}

	private static Pattern anywhere(String text) {
		return Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
	}

	void assertNotIn(String where, String... texts) {
		for (String text : texts) {
			for (Pattern secret : secrets) {
				// neither may the message of the failure say it
				assertFalse(secret.matcher(text).find(),
						() -> where + " shows a secret; keys, PINs and passwords are never part of a text.");
			}
		}
	}
}
