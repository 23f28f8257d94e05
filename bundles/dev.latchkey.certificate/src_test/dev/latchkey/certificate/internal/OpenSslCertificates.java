package dev.latchkey.certificate.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.SigningKey;

/** Keys and certificates of any kind, made by OpenSSL. */
final class OpenSslCertificates {

	private final Path folder;

	OpenSslCertificates(Path folder) {
		this.folder = folder;
	}

	X509Certificate certificate(String name, String algorithm, String... more) throws Exception {
		List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", algorithm, "-nodes", "-keyout",
				name + ".key", "-out", name + ".crt", "-subj", "/CN=" + name));
		command.addAll(List.of(more));
		run(command);
		return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name + ".crt"))));
	}

	PrivateKey key(String name) throws Exception {
		run(List.of("openssl", "pkcs8", "-topk8", "-nocrypt", "-outform", "DER", "-in", name + ".key", "-out", name + ".p8"));
		return KeyFactory.getInstance("RSA")
				.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve(name + ".p8"))));
	}

	CertificateEntry entry(X509Certificate certificate, String key) throws Exception {
		PrivateKey privateKey = key(key);
		return new CertificateEntry(CertificateReference.of("test", certificate), certificate, List.of(), "", "Test",
				() -> new SigningKey(privateKey));
	}

	private void run(List<String> command) throws IOException, InterruptedException {
		Path log = folder.resolve("openssl.log");
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(log.toFile()).start();
		if (process.waitFor() != 0) {
			throw new IOException(command + " failed: " + Files.readString(log));
		}
	}
}
