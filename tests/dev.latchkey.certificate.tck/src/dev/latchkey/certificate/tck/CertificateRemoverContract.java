package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;

/** What a provider promises that is a {@link CertificateRemover} too. */
public interface CertificateRemoverContract extends CertificateProviderContract {

	private static void remove(CertificateProvider provider, CertificateReference reference) throws Exception {
		Checks.capability(provider, CertificateRemover.class).remove(reference, Cancellation.NEVER);
	}

	@Test
	default void removesOneAndNoOther() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> left = new HashSet<>(Checks.list(provider));
		CertificateEntry gone = Checks.list(provider).get(0);
		left.remove(gone);
		remove(provider, gone.reference());
		Checks.assertHas(left, provider, "remove removes the entry, and leaves the others alone.");
		remove(provider, gone.reference());
		Checks.assertHas(left, provider, "Removing an entry that is not there is no error.");
	}

	@Test
	default void removesTheKeyForGood() throws Exception {
		CertificateProvider provider = provider();
		CertificateEntry gone = Checks.list(provider).get(0);
		remove(provider, gone.reference());
		assertThrows(CertificateAccessException.class, () -> gone.key().open(),
				"A key that was removed can't be opened any more, also by an entry that was listed before.");
	}

	@Test
	default void removesTheLastOne() throws Exception {
		CertificateProvider provider = provider();
		for (CertificateEntry entry : Checks.list(provider)) {
			remove(provider, entry.reference());
		}
		Checks.assertHas(Set.of(), provider, "A place may become empty.");
	}

	@Test
	default void ignoresWhatIsNotItsOwn() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		CertificateEntry entry = Checks.list(provider).get(0);
		remove(provider, CertificateReference.of("dev.latchkey.somebody.else", entry.certificate()));
		remove(provider, CertificateReference.of(provider.id(), TestKeys.rsa("unknown").certificate()));
		Checks.assertHas(before, provider, "A reference of another provider, or to nothing, is no entry of this one.");
	}

	@Test
	default void removesNothingFromAnEmptyPlace() throws Exception {
		CertificateProvider provider = emptyProvider();
		remove(provider, CertificateReference.of(provider.id(), TestKeys.rsa("unknown").certificate()));
		Checks.assertHas(Set.of(), provider, "Removing an entry that is not there is no error.");
	}

	@Test
	default void removesNothingWhenCancelled() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		CertificateReference reference = Checks.list(provider).get(0).reference();
		CertificateRemover remover = Checks.capability(provider, CertificateRemover.class);
		Checks.assertCancels("remove", cancellation -> remover.remove(reference, cancellation));
		Checks.assertHas(before, provider, "Nothing was changed when remove is cancelled.");
		Checks.assertStops("remove", cancellation -> remover.remove(reference, cancellation));
	}
}
