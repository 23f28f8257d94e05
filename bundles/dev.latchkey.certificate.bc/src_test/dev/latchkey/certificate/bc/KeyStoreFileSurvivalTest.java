package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;

/** What happens to the key store file when the computer is not kind. */
class KeyStoreFileSurvivalTest {

	private static final int KILLS = 8;
	private static final Set<String> AT_REST = Set.of("certificates.p12", "certificates.lock", "key-store.secret",
			"secrets.lock");

	@TempDir
	Path temporary;

	private Path folder() {
		return temporary.resolve("config/latchkey");
	}

	private KeyStoreFileProvider provider() {
		return new KeyStoreFileProvider(new Places(folder()).place);
	}

	/** By turns in the middle of writing a file, and somewhere between two. */
	@Test
	void keepsWhatWasConfirmedWheneverItIsKilled() throws Exception {
		Set<String> confirmed = new HashSet<>();
		int halfWritten = 0;
		for (int round = 0; round < KILLS; round++) {
			Path said = temporary.resolve("said" + round);
			Process writer = StoreWriter.start(folder(), "r" + round + "-", 10_000, said);
			int lines = 1 + round / 2;
			await(writer, () -> StoreWriter.said(said).size() >= lines);
			if (round % 2 == 0) {
				await(writer, this::isWriting);
			}
			writer.destroyForcibly().waitFor();
			halfWritten += isWriting() ? 1 : 0;
			confirmed.addAll(StoreWriter.said(said));
			Set<String> kept = names();
			assertTrue(kept.containsAll(confirmed), () -> "lost some of " + confirmed + ", kept " + kept);
		}
		assertTrue(halfWritten > 0, "none of the kills hit a file that was being written");
		provider().add(Keys.quick("last"), Cancellation.NEVER);
		assertEquals(AT_REST, left());
		for (CertificateEntry entry : provider().list(Cancellation.NEVER)) {
			entry.key().open();
		}
	}

	@Test
	void othersNeverSeeAHalfWrittenFile() throws Exception {
		Path file = folder().resolve("certificates.p12");
		Process writer = StoreWriter.start(folder(), "k", 40, temporary.resolve("said"));
		await(writer, () -> Files.exists(file));
		while (writer.isAlive()) {
			// fails when the file is missing; a sequence of ASN.1 tells its length first
			ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
			assertEquals((short) 0x3082, content.getShort());
			assertEquals(content.getShort() & 0xffff, content.remaining());
		}
		assertEquals(40, names().size());
	}

	@Test
	void aFullDiskLeavesTheOldContent() throws Exception {
		Path said = temporary.resolve("said");
		// no file may grow beyond 8 kB, which the store does after some entries
		assertEquals(0, StoreWriter.start("ulimit -f 16; exec \"$@\"", folder(), "k", 1000, said).waitFor());
		List<String> lines = StoreWriter.said(said);
		assertEquals(StoreWriter.REFUSED + "STORE_NOT_WRITABLE", lines.get(lines.size() - 1));
		assertTrue(lines.size() > 2, () -> "something was kept before: " + lines);
		assertEquals(Set.copyOf(lines.subList(0, lines.size() - 1)), names());
		assertEquals(AT_REST, left());
	}

	@Test
	void aDiskWithoutAnyRoomTakesNoPassword() throws Exception {
		Path said = Files.createFile(temporary.resolve("said"));
		Process writer = StoreWriter.start("exec 3>&1; (ulimit -f 0; exec \"$@\") | cat >&3", folder(), "k", 1, said);
		assertEquals(0, writer.waitFor());
		assertEquals(List.of(StoreWriter.REFUSED + "STORE_NOT_WRITABLE"), StoreWriter.said(said));
		assertEquals(Set.of("certificates.lock", "secrets.lock"), left());
		provider().add(Keys.quick("later"), Cancellation.NEVER);
		assertEquals(Set.of("later"), names());
	}

	@Test
	void aFolderThatCannotBeWrittenIsReadAllTheSame() throws Exception {
		provider().add(Keys.quick("first"), Cancellation.NEVER);
		Path said = temporary.resolve("said");
		String readOnly = "mount --bind '" + folder() + "' '" + folder() + "' && mount -o remount,bind,ro '" + folder() + "'";
		assumeTrue(new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0, "only root may mount");
		Process writer = StoreWriter.start("exec unshare --mount sh -c \"" + readOnly + " && exec \\\"\\$@\\\"\" sh \"$@\"",
				folder(), "k", 1, said);
		assertEquals(0, writer.waitFor());
		assertEquals(List.of(StoreWriter.REFUSED + "STORE_NOT_WRITABLE"), StoreWriter.said(said));
		assertEquals(Set.of("first"), names());
		assertEquals(AT_REST, left());
	}

	private boolean isWriting() throws IOException {
		if (!Files.exists(folder())) {
			return false;
		}
		try (DirectoryStream<Path> half = Files.newDirectoryStream(folder(), "certificates.p12?*.tmp")) {
			return half.iterator().hasNext();
		}
	}

	private interface Condition {
		boolean holds() throws IOException;
	}

	private static void await(Process writer, Condition condition) throws IOException, InterruptedException {
		while (!condition.holds()) {
			assertFalse(writer.waitFor(1, TimeUnit.MILLISECONDS), "the writer has ended");
		}
	}

	private Set<String> names() throws CertificateAccessException {
		return provider().list(Cancellation.NEVER).stream().map(CertificateEntry::friendlyName).collect(Collectors.toSet());
	}

	private Set<String> left() throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
		}
	}
}
