package dev.latchkey.certificate.pkcs11;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A program: puts {@code NAME.key} and {@code NAME.crt} on a token, each under its name. */
final class Filler {

	private Filler() {
	}

	/** @param arguments file with the set-up of Java's provider, PIN, names */
	public static void main(String[] arguments) throws Exception {
		KeyStore token = KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure(arguments[0]));
		token.load(null, arguments[1].toCharArray());
		for (String name : Arrays.copyOfRange(arguments, 2, arguments.length)) {
			try (var stream = Files.newInputStream(Path.of(name + ".crt"))) {
				Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(stream)
						.toArray(Certificate[]::new);
				token.setKeyEntry(name, key(name, chain[0].getPublicKey().getAlgorithm()), null, chain);
			}
		}
	}

	private static PrivateKey key(String name, String algorithm) throws Exception {
		String pem = Files.readString(Path.of(name + ".key")).replaceAll("-----[A-Z ]+-----|\\s", "");
		return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
	}
}
