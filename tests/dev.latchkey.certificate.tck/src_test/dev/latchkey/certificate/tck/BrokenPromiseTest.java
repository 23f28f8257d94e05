package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** A provider that breaks one promise fails in the test of that promise, which says what is wrong. */
class BrokenPromiseTest {

	@FunctionalInterface
	private interface Promise {
		void test(MemoryContract contract) throws Exception;
	}

	private static void assertBroken(String said, Supplier<MemoryPlace> kind, Promise promise) {
		AssertionError failure = assertThrows(AssertionError.class, () -> promise.test(new MemoryContract(kind)));
		assertTrue(failure.getMessage().contains(said), failure::getMessage);
	}

	@Test
	void anIdWithSpaces() {
		assertBroken("An id consists of letters", () -> new MemoryPlace() {
			@Override
			public String id() {
				return "my vault";
			}
		}, CertificateProviderContract::saysWhoItIs);
	}

	@Test
	void noName() {
		assertBroken("never blank", () -> new MemoryPlace() {
			@Override
			public String name() {
				return " ";
			}
		}, CertificateProviderContract::saysWhoItIs);
	}

	@Test
	void anotherIdTomorrow() {
		assertBroken("across restarts", () -> new MemoryPlace() {
			@Override
			public String id() {
				return "memory-" + System.identityHashCode(this);
			}
		}, CertificateProviderContract::staysWhoItIs);
	}

	@Test
	void aCapabilityThatNobodyTests() {
		CertificateProviderContract test = new CertificateProviderContract() {
			@Override
			public CertificateProvider provider() {
				return new MemoryPlace();
			}

			@Override
			public CertificateProvider emptyProvider() {
				return new MemoryPlace();
			}

			@Override
			public CertificateProvider brokenProvider() {
				return new MemoryPlace();
			}
		};
		assertTrue(assertThrows(AssertionError.class, test::isTestedForAllThatItCanDo).getMessage().contains("implements "));
	}

	@Test
	void aReferenceWithAnotherId() {
		assertBroken("A reference consists of", () -> new MemoryPlace() {
			@Override
			CertificateReference reference(KeyMaterial material) {
				return CertificateReference.of("other", material.certificate());
			}
		}, CertificateProviderContract::listsUnderItsOwnId);
	}

	@Test
	void aListThatIsKept() {
		assertBroken("a list of its own", () -> new MemoryPlace() {
			private List<CertificateEntry> kept;

			@Override
			public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
				kept = kept == null ? new ArrayList<>(super.list(cancellation)) : kept;
				return kept;
			}
		}, CertificateProviderContract::listsAnewAtEachCall);
	}

	@Test
	void nullForNothing() {
		assertBroken("never null", () -> new MemoryPlace() {
			@Override
			public List<CertificateEntry> list(Cancellation cancellation) {
				return null;
			}
		}, CertificateProviderContract::anEmptyPlaceIsNoError);
	}

	@Test
	void nobodyListensToCancellation() {
		Supplier<MemoryPlace> deaf = () -> new MemoryPlace() {
			@Override
			public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
				cancellation.requested();
				return super.list(Cancellation.NEVER);
			}
		};
		assertBroken("asked to stop", deaf, CertificateProviderContract::stopsWhenAsked);
		assertBroken("went on", deaf, CertificateProviderContract::stopsWheneverItHearsThatItShould);
	}

	@Test
	void aDigestIsSignedTwice() {
		assertBroken("The data is signed, not its digest", () -> new MemoryPlace() {
			@Override
			CertificateEntry entry(KeyMaterial material) {
				CertificateEntry entry = super.entry(material);
				SigningKey key = new SigningKey("RSA", (algorithm, data) -> new SigningKey(material.key()).sign(algorithm,
						MessageDigest.getInstance("SHA-256").digest(data)));
				return new CertificateEntry(entry.reference(), entry.certificate(), List.of(), "", name(), () -> key);
			}
		}, CertificateProviderContract::givesKeysThatSign);
	}

	@Test
	void aSecretInAText() {
		assertBroken("shows a secret", () -> new MemoryPlace() {
			@Override
			public String toString() {
				return "MemoryPlace[pin=4711]";
			}
		}, CertificateProviderContract::showsNoSecret);
	}

	@Test
	void oneOfAName() {
		assertBroken("of the same name", () -> new MemoryPlace() {
			@Override
			public synchronized CertificateEntry add(KeyMaterial material, Cancellation cancellation)
					throws CertificateAccessException {
				materials.values().removeIf(each -> each.friendlyName().equalsIgnoreCase(material.friendlyName()));
				return super.add(material, cancellation);
			}
		}, CertificateImporterContract::keepsTwoOfOneName);
	}

	@Test
	void keepsAtOnceAndAsksLater() {
		assertBroken("Nothing was changed", () -> new MemoryPlace() {
			@Override
			public synchronized CertificateEntry add(KeyMaterial material, Cancellation cancellation)
					throws CertificateAccessException {
				CertificateEntry added = super.add(material, Cancellation.NEVER);
				cancellation.check();
				return added;
			}
		}, CertificateImporterContract::keepsNothingWhenCancelled);
	}

	@Test
	void removesEverything() {
		assertBroken("leaves the others alone", () -> new MemoryPlace() {
			@Override
			public synchronized void remove(CertificateReference reference, Cancellation cancellation) {
				materials.clear();
			}
		}, CertificateRemoverContract::removesOneAndNoOther);
	}

	@Test
	void removesByThumbprintAlone() {
		assertBroken("no entry of this one", () -> new MemoryPlace() {
			@Override
			public synchronized void remove(CertificateReference reference, Cancellation cancellation) {
				materials.keySet().removeIf(each -> each.sha256().equals(reference.sha256()));
			}
		}, CertificateRemoverContract::ignoresWhatIsNotItsOwn);
	}

	@Test
	void givesOutAnotherKey() {
		assertBroken("entry that was asked for", () -> new MemoryPlace() {
			@Override
			public KeyMaterial export(CertificateReference reference, Cancellation cancellation) {
				return materials.values().iterator().next();
			}
		}, KeyExporterContract::givesOutTheKeyOfTheCertificate);
	}
}
