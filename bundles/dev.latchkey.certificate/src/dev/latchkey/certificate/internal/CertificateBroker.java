package dev.latchkey.certificate.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.internal.ProviderRanking.Ranked;

/** Collects the providers that are registered as OSGi services. */
@Component(service = CertificateService.class)
public final class CertificateBroker implements CertificateService {

	private static final Logger LOG = System.getLogger(CertificateBroker.class.getName());

	/** Devices and vaults answer within seconds; people wait hardly longer. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final ProviderRanking ranking = new ProviderRanking();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final IsolatedCalls calls = new IsolatedCalls();
	private final ProviderLists lists;
	private final CertificateExaminer examiner;

	@Activate
	public CertificateBroker() {
		this(Clock.systemUTC(), LIMIT);
	}

	/** @param limit how long a provider may take for its list */
	CertificateBroker(Clock clock, Duration limit) {
		lists = new ProviderLists(calls, limit);
		examiner = new CertificateExaminer(clock);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addProvider(CertificateProvider provider) {
		ranking.add(provider);
		notifyListeners();
	}

	void removeProvider(CertificateProvider provider) {
		ranking.remove(provider);
		notifyListeners();
	}

	@Override
	public List<CertificateProvider> providers() {
		return ranking.providers();
	}

	@Override
	public <T> Optional<T> first(Class<T> capability) {
		return providers().stream().filter(capability::isInstance).map(capability::cast).findFirst();
	}

	@Override
	public <T> Optional<T> capability(String providerId, Class<T> capability) {
		return ranking.provider(providerId).map(Ranked::provider).filter(capability::isInstance).map(capability::cast);
	}

	@Override
	public Optional<String> name(CertificateProvider provider) {
		return ranking.all().stream().filter(each -> each.provider() == provider).findFirst().map(Ranked::name);
	}

	@Override
	public Optional<CertificateEntry> find(CertificateReference reference, Cancellation cancellation)
			throws CertificateAccessException {
		Optional<Ranked> provider = ranking.provider(reference.providerId());
		if (provider.isEmpty()) {
			return Optional.empty();
		}
		return lists.list(provider.get(), cancellation).stream().filter(entry -> reference.equals(entry.reference()))
				.findFirst();
	}

	@Override
	public void list(Consumer<ProviderListing> receiver, Cancellation cancellation) {
		lists.list(ranking.all(), receiver, cancellation);
	}

	@Override
	public List<Finding> examine(CertificateEntry entry, CertificatePolicy policy, Cancellation cancellation) {
		return examiner.examine(entry, policy, cancellation);
	}

	@Override
	public List<Finding> inspect(X509Certificate certificate, CertificatePolicy policy) {
		return examiner.inspect(certificate, policy);
	}

	@Override
	public Subscription onProvidersChanged(Runnable listener) {
		// a wrapper of its own, so that closing ends this subscription even when the listener was added twice
		Runnable subscriber = listener::run;
		listeners.add(subscriber);
		return () -> listeners.remove(subscriber);
	}

	private void notifyListeners() {
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException e) {
				LOG.log(Level.WARNING, "A listener of the certificate providers failed", e); //$NON-NLS-1$
			}
		}
	}
}
