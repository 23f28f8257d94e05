package dev.latchkey.registration.graph;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import dev.latchkey.registration.ClientCertificate;

/** Certificates that the JDK's keytool makes. */
public final class TestCertificate {

	private static final char[] PASSWORD = "for tests only".toCharArray();

	private TestCertificate() {
	}

	public static ClientCertificate make(Path folder, String name) throws IOException, GeneralSecurityException {
		return make(folder, name, "-keyalg", "RSA", "-keysize", "2048");
	}

	/** With a key that Microsoft Entra ID does not take. */
	public static ClientCertificate elliptic(Path folder) throws IOException, GeneralSecurityException {
		return make(folder, "elliptic", "-keyalg", "EC", "-groupname", "secp256r1");
	}

	/** The key store file of a TLS server on this machine. */
	public static Path server(Path folder, String host) throws IOException, GeneralSecurityException {
		make(folder, host, "-keyalg", "RSA", "-keysize", "2048", "-ext", "SAN=DNS:" + host);
		return folder.resolve(host + ".p12");
	}

	/** Of {@link #server}. */
	public static char[] password() {
		return PASSWORD.clone();
	}

	private static ClientCertificate make(Path folder, String name, String... kind)
			throws IOException, GeneralSecurityException {
		Path file = folder.resolve(name + ".p12");
		List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-dname", "CN=" + name, "-alias", "test",
				"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD)));
		arguments.addAll(List.of(kind));
		keytool(arguments.toArray(String[]::new));
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			store.load(stream, PASSWORD);
		}
		PrivateKey key = (PrivateKey) store.getKey("test", PASSWORD);
		return new ClientCertificate((X509Certificate) store.getCertificate("test"), data -> sign(key, data));
	}

	private static void keytool(String... arguments) throws IOException {
		String[] command = new String[arguments.length + 1];
		command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		try {
			int status = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
			if (status != 0) {
				throw new IOException("keytool: " + status);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private static byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("RSASSA-PSS");
		signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
		signature.initSign(key);
		signature.update(data);
		return signature.sign();
	}

	public static String pem(X509Certificate certificate) throws GeneralSecurityException {
		return "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}
}
