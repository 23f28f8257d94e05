package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import dev.latchkey.certificate.KeyMaterial;

/** A key with its certificate, made by keytool. */
record Material(PrivateKey key, X509Certificate certificate) {

	private static final String PASSWORD = "changeit";

	static Material fresh(Path folder, String name) throws Exception {
		return fresh(folder, name, name);
	}

	static Material fresh(Path folder, String name, String fileName) throws Exception {
		Path file = folder.resolve(fileName + ".p12");
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-keyalg", "RSA", "-keysize", "2048",
				"-alias", "key", "-dname", "CN=" + name, "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass",
				PASSWORD).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
		if (process.waitFor() != 0) {
			throw new IOException("keytool failed");
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			store.load(stream, PASSWORD.toCharArray());
		}
		return new Material((PrivateKey) store.getKey("key", PASSWORD.toCharArray()),
				(X509Certificate) store.getCertificate("key"));
	}

	KeyMaterial named(String friendlyName) {
		return new KeyMaterial(key, certificate, List.of(), friendlyName);
	}
}
