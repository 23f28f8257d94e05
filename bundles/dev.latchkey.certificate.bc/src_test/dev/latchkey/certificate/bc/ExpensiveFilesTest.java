package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.READER;
import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileRequest;

/** Files whose password costs more than anybody waits for. */
class ExpensiveFilesTest {

	/** Iteration counts as ASN.1 writes them. */
	private static final byte[] COUNT_70000 = { 2, 3, 1, 0x11, 0x70 };
	private static final byte[] COUNT_8327536 = { 2, 3, 0x7f, 0x11, 0x70 };

	@TempDir
	static Path folder;
	private static Tools tools;
	private static Path everything;
	private static Path integrity;
	private static Path endless;
	private static byte[] tampered;

	@BeforeAll
	static void makeFiles() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		everything = tools.pfx("everything.pfx", "rsa", "secret", "-iter", "3000000");
		integrity = tools.pfx("integrity.pfx", "rsa", "secret", "-iter", "14000000", "-certpbe", "NONE", "-keypbe", "NONE");
		tampered = Files.readAllBytes(tools.pfx("tampered.pfx", "rsa", "secret", "-iter", "70000"));
		Pfx pfx = Pfx.getInstance(tampered);
		MacData mac = new MacData(pfx.getMacData().getMac(), pfx.getMacData().getSalt(), Integer.MAX_VALUE);
		endless = Files.write(tools.file("endless.pfx"), new Pfx(pfx.getAuthSafe(), mac).getEncoded());
	}

	@Test
	void areToldAndOpenedByInsisting() throws Exception {
		for (Path file : new Path[] { everything, integrity }) {
			for (String password : new String[] { "secret", "another" }) {
				assertEquals(FileFormat.PFX, assertReason(Reason.TOO_EXPENSIVE, file, password).format());
			}
			assertOpens(KeyFileRequest.of(file, "secret".toCharArray()).insisting());
		}
		assertReason(Reason.WRONG_PASSWORD, KeyFileRequest.of(integrity, "another".toCharArray()).insisting());
	}

	@ParameterizedTest
	@ValueSource(ints = { 600_000, 1_000_000 })
	void areNotThoseThatProgramsWriteToday(int iterations) throws Exception {
		Path file = tools.pfx("today.pfx", "rsa", "secret", "-iter", Integer.toString(iterations));
		assertOpens(file, "secret");
		assertReason(Reason.PASSWORD_REQUIRED, file, null);
	}

	@Test
	void areToldWhereOneCountIsAbsurd() throws Exception {
		assertReason(Reason.TOO_EXPENSIVE, endless, "secret");
		Path bag = Files.write(tools.file("bag.pfx"), replaced(COUNT_70000, COUNT_8327536));
		assertReason(Reason.TOO_EXPENSIVE, bag, "secret");
	}

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void areLeftAloneWhenAsked() throws Exception {
		AtomicInteger polls = new AtomicInteger();
		assertThrows(CancellationException.class, () -> READER
				.inspect(KeyFileRequest.of(endless, "secret".toCharArray()).insisting(), () -> polls.incrementAndGet() > 2));
		assertEquals(3, polls.get(), "stopped as soon as asked");
		for (Thread each : Thread.getAllStackTraces().keySet()) {
			if (each.getName().equals("Latchkey key file reader")) {
				each.join();
			}
		}
	}

	private static byte[] replaced(byte[] old, byte[] changed) throws IOException {
		byte[] content = tampered.clone();
		for (int i = 0; i + old.length <= content.length; i++) {
			if (Arrays.equals(content, i, i + old.length, old, 0, old.length)) {
				System.arraycopy(changed, 0, content, i, changed.length);
				return content;
			}
		}
		throw new IOException("The file does not have the bytes");
	}
}
