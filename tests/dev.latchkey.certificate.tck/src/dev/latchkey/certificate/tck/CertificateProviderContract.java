package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/**
 * What every provider promises. A provider that has capabilities implements their contracts instead, all in one test class.
 */
public interface CertificateProviderContract {

	/**
	 * Makes a provider over a place of its own that holds at least two certificates with RSA keys that sign without asking
	 * anybody. Called anew by each test, which may change the place.
	 */
	CertificateProvider provider() throws Exception;

	/** Makes a provider over a place of its own that holds no certificate. Called anew by each test. */
	CertificateProvider emptyProvider() throws Exception;

	/**
	 * Makes a provider over a place that can't be read now: a vault that does not answer, a device that was removed, a file
	 * that is damaged. Called anew by each test.
	 */
	CertificateProvider brokenProvider() throws Exception;

	/** What must not be seen anywhere: PINs, passwords, tokens of the places above. The keys themselves are checked anyway. */
	default List<String> secrets() {
		return List.of();
	}

	@Test
	default void saysWhoItIs() throws Exception {
		for (CertificateProvider provider : List.of(provider(), emptyProvider(), brokenProvider())) {
			assertTrue(CertificateReference.isProviderId(provider.id()),
					() -> "An id consists of letters, digits, dots, hyphens and underscores: " + provider.id());
			Checks.assertForPeople("name", provider.name());
			Checks.assertForPeople("description", provider.description());
		}
	}

	@Test
	default void staysWhoItIs() throws Exception {
		CertificateProvider one = provider();
		CertificateProvider other = brokenProvider();
		assertEquals(one.id(), other.id(), "The id identifies the provider across restarts, whatever its place is like.");
		assertEquals(one.rank(), one.rank(), "Providers are immutable: the rank stays.");
		assertEquals(one.name(), one.name(), "Providers are immutable: the name stays.");
	}

	@Test
	default void isTestedForAllThatItCanDo() throws Exception {
		Checks.assertTested(provider(), this);
	}

	@Test
	default void listsUnderItsOwnId() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateReference> references = new HashSet<>();
		for (CertificateEntry entry : Checks.list(provider)) {
			assertEquals(CertificateReference.of(provider.id(), entry.certificate()), entry.reference(),
					"A reference consists of the provider's id and the certificate's SHA-256 thumbprint.");
			assertTrue(references.add(entry.reference()), () -> "A certificate is listed once, however often the place has it: "
					+ entry.reference());
		}
		assertTrue(references.size() >= 2, "provider() must hand in a place with at least two certificates.");
	}

	@Test
	default void listsAnewAtEachCall() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> first = Set.copyOf(Checks.list(provider));
		Checks.emptyIfPossible(provider.list(Cancellation.NEVER));
		assertEquals(first, Set.copyOf(Checks.list(provider)), "Each call reads the place anew and answers a list of its own.");
	}

	@Test
	default void anEmptyPlaceIsNoError() throws Exception {
		assertEquals(List.of(), Checks.list(emptyProvider()), "emptyProvider() lists no entries.");
	}

	@Test
	default void saysWhyThePlaceCannotBeRead() throws Exception {
		CertificateProvider provider = brokenProvider();
		var thrown = assertThrows(CertificateAccessException.class, () -> provider.list(Cancellation.NEVER),
				"A place that can't be read is a CertificateAccessException with its reason, never an empty list.");
		assertFalse(thrown.getLocalizedMessage().contains("{0}"), () -> "The reason " + thrown.reason()
				+ " needs the store's name as argument: " + thrown.getLocalizedMessage());
		Secrets.of(this).assertNotIn("The exception", String.valueOf(thrown), thrown.getLocalizedMessage());
	}

	@Test
	default void stopsWhenAsked() throws Exception {
		CertificateProvider provider = provider();
		assertThrows(CancellationException.class, () -> provider.list(() -> true),
				"list throws CancellationException when the caller has asked to stop.");
	}

	@Test
	default void stopsWheneverItHearsThatItShould() throws Exception {
		CertificateProvider provider = provider();
		Checks.assertStops("list", provider::list);
	}

	@Test
	default void answersInTime() throws Exception {
		CertificateProvider provider = provider();
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> provider.list(Cancellation.NEVER),
				"Latchkey waits ten seconds for a list, then it shows a message in its place.");
	}

	@Test
	default void givesKeysThatSign() throws Exception {
		for (CertificateEntry entry : Checks.list(provider())) {
			Checks.assertSigns(entry);
		}
	}

	@Test
	default void opensAKeyAnyNumberOfTimes() throws Exception {
		CertificateEntry entry = Checks.list(provider()).get(0);
		SigningKey first = entry.key().open();
		SigningKey second = entry.key().open();
		for (SigningKey key : List.of(first, second, first)) {
			Checks.assertSigns(entry, key);
		}
	}

	@Test
	default void servesSeveralThreadsAtOnce() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> expected = Set.copyOf(Checks.list(provider));
		SigningKey shared = Checks.list(provider).get(0).key().open();
		Checks.atOnce(thread -> {
			List<CertificateEntry> entries = Checks.list(provider);
			assertEquals(expected, Set.copyOf(entries), "Providers are called from several threads at once.");
			Checks.assertSigns(entries.get(thread % entries.size()));
			Checks.assertSigns(Checks.list(provider).stream().filter(entries.get(0)::equals).findFirst().orElseThrow());
			assertNotNull(shared.sign(SignatureAlgorithm.RS256, new byte[] { 1 }));
		});
	}

	@Test
	default void showsNoSecret() throws Exception {
		CertificateProvider provider = provider();
		Secrets secrets = Secrets.of(this);
		for (CertificateEntry entry : Checks.list(provider)) {
			secrets.assertNotIn("toString()", String.valueOf(provider), entry.toString(), entry.key().toString(),
					entry.key().open().toString(), entry.friendlyName(), entry.store());
		}
	}
}
