package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Reads files in another Java machine and says of each what came of it. Knows nothing of JUnit. */
public final class ReadFiles {

	private ReadFiles() {
	}

	/** @param arguments files; the password of each lies beside it, in a file of its own */
	public static void main(String[] arguments) throws Exception {
		try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
			for (String each : arguments) {
				Path file = Path.of(each);
				KeyFileRequest request = KeyFileRequest.of(file, password(file).toCharArray());
				KeyFileContent content = new BouncyCastleKeyFileReader().inspect(request, Cancellation.NEVER);
				out.println(file.getFileName() + " " + outcome(content));
			}
		}
	}

	private static String password(Path file) throws IOException {
		return Files.readString(Path.of(file + ".password")).replace("\n", "");
	}

	private static String outcome(KeyFileContent content) throws Exception {
		if (content.problem().isPresent()) {
			CertificateAccessException problem = content.problem().get();
			return problem.reason() + " " + problem.arguments();
		}
		KeyMaterial key = content.onlyKey();
		byte[] data = { 1, 2, 3 };
		byte[] signature = new SigningKey(key.key()).sign(SignatureAlgorithm.PS256, data);
		boolean signs = SignatureAlgorithm.PS256.verify(key.certificate().getPublicKey(), data, signature);
		return signs ? key.certificate().getSubjectX500Principal().getName() : "does not sign";
	}
}
