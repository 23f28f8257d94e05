package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;

/** What tests ask of the reader. */
final class Reading {

	static final KeyFileReader READER = new BouncyCastleKeyFileReader();

	private Reading() {
	}

	static char[] chars(String password) {
		return password == null ? null : password.toCharArray();
	}

	static KeyFileContent inspect(Path file, String password) {
		return inspect(KeyFileRequest.of(file, chars(password)));
	}

	static KeyFileContent inspect(KeyFileRequest request) {
		return READER.inspect(request, Cancellation.NEVER);
	}

	/** @return the only key, which signs what its certificate verifies */
	static KeyMaterial assertOpens(Path file, String password) throws Exception {
		return assertOpens(KeyFileRequest.of(file, chars(password)));
	}

	static KeyMaterial assertOpens(KeyFileRequest request) throws Exception {
		KeyFileContent content = inspect(request);
		assertEquals(Optional.empty(), content.problem().map(CertificateAccessException::reason), request::toString);
		KeyMaterial key = content.onlyKey();
		assertSigns(key);
		assertTrue(content.entries().stream().filter(KeyFileContent.Entry::hasPrivateKey)
				.anyMatch(entry -> entry.certificate().equals(key.certificate())));
		return key;
	}

	static void assertSigns(KeyMaterial key) throws GeneralSecurityException {
		byte[] data = { 1, 2, 3 };
		Signature signature = Signature.getInstance(algorithm(key.key()));
		signature.initSign(key.key());
		signature.update(data);
		byte[] signed = signature.sign();
		signature.initVerify(key.certificate());
		signature.update(data);
		assertTrue(signature.verify(signed));
	}

	private static String algorithm(PrivateKey key) {
		return switch (key.getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC" -> "SHA256withECDSA";
			default -> key.getAlgorithm();
		};
	}

	static KeyFileContent assertReason(Reason reason, Path file, String password) {
		return assertReason(reason, KeyFileRequest.of(file, chars(password)));
	}

	static KeyFileContent assertReason(Reason reason, KeyFileRequest request) {
		KeyFileContent content = inspect(request);
		assertEquals(Optional.of(reason), content.problem().map(CertificateAccessException::reason), request::toString);
		return content;
	}

	/** A file that is no key file, and what it is, in both ways of saying it. */
	static void assertIsNoKeyFile(FileFormat format, Path file) {
		KeyFileContent content = assertReason(Reason.NOT_A_PFX, file, "pw");
		assertEquals(format, content.format());
		assertEquals(List.of(format.label()), content.problem().orElseThrow().arguments());
	}
}
