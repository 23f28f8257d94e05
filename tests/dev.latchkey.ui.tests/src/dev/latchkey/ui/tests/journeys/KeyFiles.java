package dev.latchkey.ui.tests.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.KeyMaterial;

/** Key files as administrators have them: made by OpenSSL and keytool, never by the code under test. */
final class KeyFiles {

	private final Path folder;

	KeyFiles(Path folder) {
		this.folder = folder;
	}

	/** A PFX file of OpenSSL, protected with today's ciphers. */
	Path openssl(String name, String password) throws IOException, InterruptedException {
		Path key = folder.resolve(name + ".key");
		Path certificate = folder.resolve(name + ".crt");
		Path file = folder.resolve(name + ".pfx");
		Path passwordFile = Files.writeString(folder.resolve(name + ".password"), password + "\n");
		run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "200", "-subj", "/CN=" + name, "-keyout",
				key.toString(), "-out", certificate.toString());
		run("openssl", "pkcs12", "-export", "-inkey", key.toString(), "-in", certificate.toString(), "-name", name, "-out",
				file.toString(), "-passout", "file:" + passwordFile);
		return file;
	}

	/** A PFX file of keytool. */
	Path keytool(String name, String password) throws IOException, InterruptedException {
		return keytool(name, password, "-keysize", "3072", "-validity", "300");
	}

	/** A PFX file of keytool, whose certificate has ended yesterday. */
	Path ended(String name, String password) throws IOException, InterruptedException {
		return keytool(name, password, "-keysize", "2048", "-startdate", "-31d", "-validity", "30");
	}

	private Path keytool(String name, String password, String... options) throws IOException, InterruptedException {
		Path file = folder.resolve(name + ".p12");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keyalg", "RSA", "-dname", "CN=" + name, "-alias", name, "-keystore", file.toString(),
				"-storetype", "PKCS12", "-storepass", password));
		command.addAll(List.of(options));
		run(command.toArray(String[]::new));
		return file;
	}

	/** The certificate that {@link #openssl} made beside the file. */
	X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
		byte[] pem = Files.readAllBytes(folder.resolve(name + ".crt"));
		return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
	}

	/** The key of a file of {@link #keytool}, read by the JDK. */
	KeyMaterial material(Path file, String password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password.toCharArray());
		}
		String alias = store.aliases().nextElement();
		return new KeyMaterial((PrivateKey) store.getKey(alias, password.toCharArray()),
				(X509Certificate) store.getCertificate(alias), List.of(), alias);
	}

	private static void run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		try (InputStream output = process.getInputStream()) {
			String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IOException(command[0] + " failed: " + said);
			}
		}
	}
}
