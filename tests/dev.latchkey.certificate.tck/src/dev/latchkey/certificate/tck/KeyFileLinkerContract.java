package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyFileLinker;

/** What a provider promises that is a {@link KeyFileLinker} too. */
public interface KeyFileLinkerContract extends CertificateProviderContract {

	@Test
	default void usesTheFileWhereItLies(@TempDir Path folder) throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> expected = new HashSet<>(Checks.list(provider));
		KeyFile file = KeyFile.in(folder);
		byte[] content = Files.readAllBytes(file.path());
		CertificateEntry linked = file.link(provider);
		assertEquals(CertificateReference.of(provider.id(), file.material().certificate()), linked.reference(),
				"link answers the entry that was chosen.");
		expected.add(linked);
		Checks.assertHas(expected, provider, "The entry is in the list when link returns, and the others still are.");
		assertArrayEquals(content, Files.readAllBytes(file.path()), "A linked file is never changed.");
	}

	@Test
	default void linksTheSameOnce(@TempDir Path folder) throws Exception {
		CertificateProvider provider = emptyProvider();
		KeyFile file = KeyFile.in(folder);
		CertificateEntry linked = file.link(provider);
		assertEquals(linked, file.link(provider), "Linking the same again is no error.");
		Checks.assertHas(Set.of(linked), provider, "A certificate is listed once.");
	}

	@Test
	default void doesWithoutAFileThatIsGone(@TempDir Path folder) throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> others = Set.copyOf(Checks.list(provider));
		KeyFile file = KeyFile.in(folder);
		CertificateEntry linked = file.link(provider);
		Files.delete(file.path());
		Checks.assertHas(others, provider, "An entry is in the list for as long as its file can be read; the others stay.");
		assertThrows(CertificateAccessException.class, () -> linked.key().open(), "The key of a file that is gone can't be had.");
	}

	@Test
	default void refusesWhatCannotBeRead(@TempDir Path folder) throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		KeyFile file = KeyFile.in(folder);
		KeyFile missing = new KeyFile(folder.resolve("missing.pfx"), file.material());
		assertThrows(CertificateAccessException.class, () -> missing.link(provider), "A missing file can't be linked.");
		assertThrows(CertificateAccessException.class, () -> file.link(provider, "wrong".toCharArray(), file.sha256()),
				"A file can't be linked with a wrong password.");
		assertThrows(CertificateAccessException.class, () -> file.link(provider, KeyFile.PASSWORD.toCharArray(), "00".repeat(32)),
				"A certificate that is not in the file can't be chosen.");
		Checks.assertHas(before, provider, "Nothing was changed when link fails.");
	}

	@Test
	default void leavesThePasswordToItsOwner(@TempDir Path folder) throws Exception {
		CertificateProvider provider = emptyProvider();
		char[] password = KeyFile.PASSWORD.toCharArray();
		KeyFile file = KeyFile.in(folder);
		CertificateEntry linked = file.link(provider, password, file.sha256());
		assertArrayEquals(KeyFile.PASSWORD.toCharArray(), password, "The password stays the caller's to clear.");
		Arrays.fill(password, '\0');
		Checks.assertSigns(linked);
	}

	@Test
	default void linksNothingWhenCancelled(@TempDir Path folder) throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		KeyFile file = KeyFile.in(folder);
		KeyFileLinker linker = Checks.capability(provider, KeyFileLinker.class);
		Checks.assertCancels("link", cancellation -> linker.link(file.path(), KeyFile.PASSWORD.toCharArray(), file.sha256(),
				cancellation));
		Checks.assertHas(before, provider, "Nothing was changed when link is cancelled.");
	}

	@Test
	default void forgetsTheFileAndLeavesItThere(@TempDir Path folder) throws Exception {
		CertificateProvider provider = provider();
		if (provider instanceof CertificateRemover remover) {
			Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
			KeyFile file = KeyFile.in(folder);
			remover.remove(file.link(provider).reference(), Cancellation.NEVER);
			Checks.assertHas(before, provider, "Removing the entry forgets the file.");
			assertTrue(Files.exists(file.path()), "Removing an entry leaves its file where it is.");
		}
	}

	@Test
	default void showsNoPassword(@TempDir Path folder) throws Exception {
		CertificateProvider provider = emptyProvider();
		KeyFile file = KeyFile.in(folder);
		CertificateEntry entry = file.link(provider);
		for (String text : List.of(provider.toString(), entry.toString(), entry.key().toString(), entry.key().open().toString())) {
			assertTrue(!text.contains(KeyFile.PASSWORD), "Passwords are never part of a text.");
		}
		Secrets.of(this).and(file.material().key()).assertNotIn("toString()", provider.toString(), entry.toString(),
				entry.key().toString(), entry.key().open().toString());
	}
}
