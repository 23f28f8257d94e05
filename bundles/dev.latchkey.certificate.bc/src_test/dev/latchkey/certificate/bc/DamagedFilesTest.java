package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static dev.latchkey.certificate.bc.Reading.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;

/** Files that were cut off or changed on their way, read with the right password. */
class DamagedFilesTest {

	private static final int HEADER = 4;

	@TempDir
	static Path folder;
	private static Tools tools;
	private static byte[] pfx;

	@BeforeAll
	static void makeKey() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
		pfx = Files.readAllBytes(tools.pfx("whole.pfx", "ec", "secret", "-iter", "10"));
	}

	private static Path file(byte[] content) throws IOException {
		return Files.write(tools.file("damaged.pfx"), content);
	}

	private static Optional<Reason> reason(KeyFileContent content) {
		return content.problem().map(CertificateAccessException::reason);
	}

	@Test
	void areToldAtWhateverByteTheyWereCutOff() throws Exception {
		for (int length = HEADER; length < pfx.length; length++) {
			assertReason(Reason.CORRUPT, file(Arrays.copyOf(pfx, length)), "secret");
		}
	}

	@Test
	void areNeverTakenForAWrongPassword() throws Exception {
		for (int i = 0; i < pfx.length; i++) {
			for (int bit : new int[] { 1, 0x80 }) {
				byte[] changed = pfx.clone();
				changed[i] ^= bit;
				int where = i;
				KeyFileContent content = inspect(file(changed), "secret");
				assertTrue(reason(content).filter(each -> each != Reason.WRONG_PASSWORD).isPresent()
						|| isWhatItWas(content), () -> "byte " + where + ": " + reason(content));
			}
		}
	}

	/** Some bytes mean nothing, such as a trailing count's sign or a name. */
	private static boolean isWhatItWas(KeyFileContent content) {
		return content.keys().size() == 1
				&& content.keys().get(0).certificate().getSubjectX500Principal().getName().equals("CN=ec");
	}

	@Test
	void mayHaveSomethingBehindThem() throws Exception {
		assertOpens(file(Arrays.copyOf(pfx, pfx.length + 2)), "secret");
	}

	@Test
	void areToldWithWhatCanStillBeSeen() throws Exception {
		byte[] open = Files.readAllBytes(tools.pfx("open.pfx", "ec", "secret", "-certpbe", "NONE", "-iter", "10"));
		open[open.length - 29] ^= 1;
		KeyFileContent content = assertReason(Reason.CORRUPT, file(open), "secret");
		assertEquals(1, content.entries().size());
	}

	/** Java refuses it for its two signature algorithms, and Bouncy Castle has no public key to give. */
	@Test
	void mayHaveCertificatesOfAnUnknownKind() throws Exception {
		tools.openssl("x509", "-in", "ec.crt", "-outform", "DER", "-out", "ec.cer");
		String certificate = HexFormat.of().formatHex(Files.readAllBytes(tools.file("ec.cer")));
		String otherAlgorithm = certificate.replaceFirst("2a8648ce3d040302", "2a8648ce3d040303");
		String unknownKey = otherAlgorithm.replace("2a8648ce3d0201", "2a8648ce3d027f");
		assertNotEquals(otherAlgorithm, unknownKey);
		KeyFileRequest request = KeyFileRequest.of(file(HexFormat.of().parseHex(unknownKey)), null);
		assertReason(Reason.CORRUPT, request.withKeyFile(tools.file("ec.key")));
	}
}
