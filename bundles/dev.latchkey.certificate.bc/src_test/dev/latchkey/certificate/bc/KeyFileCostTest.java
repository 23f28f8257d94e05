package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;

/** Files that ask for more work than any program does. */
class KeyFileCostTest {

	/** The integer 70,000 in DER, which stands nowhere in a file by chance. */
	private static final byte[] COUNT = { 2, 3, 1, 0x11, 0x70 };

	@TempDir
	static Path folder;
	private static Tools tools;

	private final BouncyCastleKeyFileReader reader = new BouncyCastleKeyFileReader();

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
	}

	@Test
	void opensAMillionIterationsWithoutBeingAskedTwice() throws Exception {
		for (String protection : List.of("-descert", "-legacy")) {
			Path file = tools.pfx("million.pfx", "rsa", "pw", "-iter", "1000000", protection);
			assertEquals(1, inspect(file, false).keys().size());
		}
	}

	@ParameterizedTest
	@CsvSource({ "7fffff,TOO_EXPENSIVE", "000000,CORRUPT", "ffffff,CORRUPT" })
	void refusesTheCountOfEachPart(String count, Reason reason) throws Exception {
		byte[] counter = new byte[] { 2, 3, 0, 0, 0 };
		System.arraycopy(HexFormat.of().parseHex(count), 0, counter, 2, 3);
		byte[] pfx = Files.readAllBytes(tools.pfx("count.pfx", "rsa", "pw", "-iter", "70000"));
		assertArrayEquals(COUNT, Arrays.copyOfRange(pfx, pfx.length - 5, pfx.length), "that of the integrity check is last");
		System.arraycopy(counter, 0, pfx, pfx.length - 5, 5);
		assertEquals(reason, reason(inspect(Files.write(tools.file("mac.pfx"), pfx), false)));
		byte[] withoutMac = Files.readAllBytes(tools.pfx("nomac.pfx", "rsa", "pw", "-iter", "70000", "-nomac"));
		System.arraycopy(counter, 0, withoutMac, indexOf(withoutMac, COUNT), 5);
		assertEquals(reason, reason(inspect(Files.write(tools.file("part.pfx"), withoutMac), false)));
	}

	@Test
	void opensWhatTakesLongForThoseWhoInsist() throws Exception {
		Path file = tools.pfx("long.pfx", "rsa", "pw", "-iter", "2100000");
		assertEquals(Reason.TOO_EXPENSIVE, reason(inspect(file, false)));
		assertEquals(1, inspect(file, true).keys().size());
	}

	/** The work itself ends, not only the waiting for it: it would go on for minutes. */
	@Test
	@Timeout(60)
	void stopsWorkingWhenCancelled() throws Exception {
		Pfx pfx = Pfx.getInstance(Files.readAllBytes(tools.pfx("endless.pfx", "rsa", "pw")));
		MacData mac = new MacData(pfx.getMacData().getMac(), pfx.getMacData().getSalt(), Integer.MAX_VALUE);
		Path file = Files.write(tools.file("endless.pfx"), new Pfx(pfx.getAuthSafe(), mac).getEncoded());
		AtomicReference<Thread> worker = new AtomicReference<>();
		Cancellation onceItWorks = () -> {
			Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().contains("key file reader")).findAny()
					.ifPresent(worker::set);
			return worker.get() != null;
		};
		assertThrows(CancellationException.class,
				() -> reader.inspect(KeyFileRequest.of(file, "pw".toCharArray()).insisting(), onceItWorks));
		worker.get().join();
	}

	private KeyFileContent inspect(Path file, boolean patient) {
		KeyFileRequest request = KeyFileRequest.of(file, "pw".toCharArray());
		return reader.inspect(patient ? request.insisting() : request, Cancellation.NEVER);
	}

	private static Reason reason(KeyFileContent content) {
		return content.problem().orElseThrow().reason();
	}

	private static int indexOf(byte[] content, byte[] what) {
		for (int i = 0; i + what.length <= content.length; i++) {
			if (Arrays.equals(content, i, i + what.length, what, 0, what.length)) {
				return i;
			}
		}
		throw new IllegalArgumentException("The file does not have the bytes");
	}
}
