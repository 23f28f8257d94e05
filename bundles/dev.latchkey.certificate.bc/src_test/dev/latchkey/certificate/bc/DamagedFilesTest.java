package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;

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

	@Test
	void areToldAtWhateverByteTheyWereCutOff() throws Exception {
		for (int length = HEADER; length < pfx.length; length++) {
			assertReason(Reason.CORRUPT, file(Arrays.copyOf(pfx, length)), "secret");
		}
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
}
