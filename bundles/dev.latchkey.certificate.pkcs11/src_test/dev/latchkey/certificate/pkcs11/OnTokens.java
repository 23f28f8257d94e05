package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Tests with tokens of SoftHSM, each with a provider of its own. */
abstract class OnTokens {

	static final byte[] DATA = { 1, 2, 3 };

	@TempDir
	Path folder;
	final PinPrompts prompts = new PinPrompts();
	final CountDownLatch unlocked = new CountDownLatch(1);
	final TokenModule module = new TokenModule(ModuleChoice.read(SoftHsm.LIBRARY.toString(), "Linux").get(0),
			prompts, unlocked::countDown);
	final TokenProvider provider = new TokenProvider(module);

	@AfterEach
	void logOut() {
		module.close();
	}

	/** One token with one key. */
	SoftHsm.TokenAt signing(SoftHsm hsm) throws Exception {
		return signing(hsm, "");
	}

	SoftHsm.TokenAt signing(SoftHsm hsm, String attributes) throws Exception {
		SoftHsm.TokenAt token = hsm.token("Signing", "1234");
		hsm.certificate("one", "rsa:2048");
		hsm.fill(token, attributes, "one");
		return token;
	}

	Person answers(String... pins) {
		Person person = new Person(pins);
		prompts.set(person);
		return person;
	}

	List<CertificateEntry> list() throws CertificateAccessException {
		return provider.list(Cancellation.NEVER);
	}

	CertificateEntry only() throws CertificateAccessException {
		List<CertificateEntry> entries = list();
		assertEquals(1, entries.size(), entries::toString);
		return entries.get(0);
	}

	void close() {
		module.close();
	}

	static void assertSigns(CertificateEntry entry) throws Exception {
		assertSigns(entry, entry.key().open());
	}

	static void assertSigns(CertificateEntry entry, SigningKey key) throws Exception {
		for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
			byte[] signature = key.sign(algorithm, DATA);
			assertTrue(algorithm.verify(entry.certificate().getPublicKey(), DATA, signature), algorithm::name);
		}
	}

	static CertificateAccessException assertFails(Reason reason, Executable action) {
		CertificateAccessException thrown = assertThrows(CertificateAccessException.class, action);
		assertEquals(reason, thrown.reason(), () -> thrown + " because of " + thrown.getCause());
		return thrown;
	}

	static String subject(CertificateEntry entry) {
		return entry.certificate().getSubjectX500Principal().getName();
	}

	static Set<String> subjects(List<CertificateEntry> entries) {
		return entries.stream().map(OnTokens::subject).collect(Collectors.toSet());
	}
}
