package dev.latchkey.certificate.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;

/**
 * The providers in the order of their rank. Ids, names and ranks are asked once, when a provider comes: a broken provider is left
 * out then, and can't break a list later.
 */
final class ProviderRanking {

	private static final Logger LOG = System.getLogger(ProviderRanking.class.getName());

	private volatile List<Ranked> ranked = List.of();

	/** A provider with what it said of itself when it came. */
	record Ranked(String id, String name, int rank, CertificateProvider provider) {
	}

	synchronized void add(CertificateProvider provider) {
		try {
			Ranked added = new Ranked(provider.id(),
					Objects.requireNonNull(provider.name(), "name"), provider.rank(), provider); //$NON-NLS-1$
			if (!CertificateReference.isProviderId(added.id)) {
				throw new IllegalArgumentException("Not a provider id: " + added.id); //$NON-NLS-1$
			}
			List<Ranked> changed = new ArrayList<>(ranked);
			changed.add(added);
			changed.sort(Comparator.comparingInt(Ranked::rank).reversed().thenComparing(Ranked::id));
			ranked = List.copyOf(changed);
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "A certificate provider has no usable id, name or rank and is left out", e); //$NON-NLS-1$
		}
	}

	synchronized void remove(CertificateProvider provider) {
		ranked = ranked.stream().filter(each -> each.provider != provider).toList();
	}

	List<CertificateProvider> providers() {
		return ranked.stream().map(Ranked::provider).toList();
	}

	List<Ranked> all() {
		return ranked;
	}

	Optional<Ranked> provider(String id) {
		return ranked.stream().filter(each -> each.id.equals(id)).findFirst();
	}
}
