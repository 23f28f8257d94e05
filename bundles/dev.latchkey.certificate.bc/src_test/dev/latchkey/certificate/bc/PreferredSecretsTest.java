package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;

/** Outside OSGi the platform's secure storage can't be opened, just as on a machine that has none. */
class PreferredSecretsTest {

	@TempDir
	Path folder;
	private final List<String> warnings = new ArrayList<>();
	private Secrets secrets;

	@BeforeEach
	void open() {
		secrets = new PreferredSecrets(new SecureStorage(() -> true), new SecretFiles(folder), (text, cause) -> warnings.add(text));
	}

	@Test
	void keepsSecretsInFilesAndSaysSoOnce() throws Exception {
		secrets.put("one", "pässwörd😀".toCharArray());
		secrets.put("two", new char[0]);
		assertArrayEquals("pässwörd😀".toCharArray(), secrets.get("one"));
		assertArrayEquals(new char[0], secrets.get("two"));
		assertEquals(1, warnings.size());
		assertFalse(warnings.get(0).contains("pässw"), "never the secret");
	}

	@Test
	void tellsThatTheBetterPlaceCannotBeRead() {
		assertThrows(IOException.class, () -> secrets.get("nothing here"));
	}

	@Test
	void forgets() throws Exception {
		secrets.put("one", "secret".toCharArray());
		secrets.remove("one");
		assertNull(new SecretFiles(folder).get("one"));
	}

	@Test
	void prefersTheBetterPlaceOnceItIsThere() throws Exception {
		Secrets better = new SecretFiles(folder.resolve("better"));
		secrets.put("one", "old".toCharArray());
		Secrets both = new PreferredSecrets(better, new SecretFiles(folder), (text, cause) -> warnings.add(text));
		assertArrayEquals("old".toCharArray(), both.get("one"));
		both.put("one", "new".toCharArray());
		assertArrayEquals("new".toCharArray(), both.get("one"));
		assertNull(new SecretFiles(folder).get("one"));
	}

	@Test
	void aKeyStoreCanBeStartedWithoutSecureStorage() throws Exception {
		UserPlace place = new UserPlace(folder, secrets, (text, cause) -> warnings.add(text), Duration.ofSeconds(5));
		new KeyStoreFileProvider(place).add(Keys.quick("first"), Cancellation.NEVER);
		assertEquals(1, new KeyStoreFileProvider(place).list(Cancellation.NEVER).size());
		assertTrue(Files.exists(folder.resolve("key-store.secret")));
	}
}
