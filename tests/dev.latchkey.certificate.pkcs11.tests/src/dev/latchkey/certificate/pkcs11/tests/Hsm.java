package dev.latchkey.certificate.pkcs11.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import com.sun.jna.Function;

/** SoftHSM with its tokens in a folder, for this process from now on. */
public final class Hsm {

	public static final String LIBRARY = Stream
			.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")
			.filter(path -> Files.exists(Path.of(path))).findFirst()
			.orElseThrow(() -> new IllegalStateException("SoftHSM is needed: Debian's package softhsm2"));

	private final Path folder;
	private final String configuration;

	public Hsm(Path folder) throws IOException {
		this.folder = folder;
		configuration = Files.writeString(folder.resolve("softhsm2.conf"),
				"directories.tokendir = " + Files.createDirectory(folder.resolve("tokens"))).toString();
		// the module reads the environment when it starts, and may have been started
		Function.getFunction(LIBRARY, "C_Finalize").invokeInt(new Object[] { null });
		Function.getFunction("c", "setenv").invokeInt(new Object[] { "SOFTHSM2_CONF", configuration, 1 });
	}

	/** Makes a token that makes a key for itself, which never leaves it, and its certificate; both have the token's name. */
	public void token(String label, String pin) throws IOException, InterruptedException {
		blank(label, pin);
		String token = "pkcs11:token=" + label.replace(" ", "%20");
		run("p11tool", "--batch", "--provider=" + LIBRARY, "--login", "--set-pin=" + pin, "--generate-privkey=rsa", "--bits=2048",
				"--label=" + label, "--outfile=key.pub", token);
		Files.writeString(folder.resolve("template"), "cn = \"" + label + "\"\nexpiration_days = 200\nsigning_key\n");
		run("certtool", "--generate-self-signed", "--provider=" + LIBRARY, "--load-privkey=" + token
				+ ";object=" + label.replace(" ", "%20") + ";type=private?pin-value=" + pin, "--load-pubkey=key.pub", "--template=template", "--outfile=key.crt");
		run("p11tool", "--batch", "--provider=" + LIBRARY, "--login", "--set-pin=" + pin, "--write", "--load-certificate=key.crt",
				"--label=" + label, token);
	}

	/** Makes a token without anything on it. */
	void blank(String label, String pin) throws IOException, InterruptedException {
		run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", pin);
	}

	/** That of the last token. */
	public X509Certificate certificate() throws IOException, GeneralSecurityException {
		try (InputStream stream = Files.newInputStream(folder.resolve("key.crt"))) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
		}
	}

	private void run(String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().put("SOFTHSM2_CONF", configuration);
		Process process = builder.start();
		process.getOutputStream().close();
		try (InputStream output = process.getInputStream()) {
			String said = new String(output.readAllBytes());
			if (process.waitFor() != 0) {
				throw new IOException(List.of(command) + ": " + said);
			}
		}
	}
}
