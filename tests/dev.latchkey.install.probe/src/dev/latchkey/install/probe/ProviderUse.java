package dev.latchkey.install.probe;

import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.SignatureAlgorithm;

/** Asks Latchkey for the certificates of one provider and signs with each. */
final class ProviderUse {

	private static final int PATIENCE_SECONDS = 60;

	private final String provider;
	private final Report report;

	ProviderUse(String provider, Report report) {
		this.provider = provider;
		this.report = report;
	}

	/** Waits for the provider. */
	void start() {
		BundleContext context = FrameworkUtil.getBundle(ProviderUse.class).getBundleContext();
		ServiceTracker<CertificateService, CertificateService> tracker = new ServiceTracker<>(context, CertificateService.class,
				null);
		tracker.open();
		try {
			CertificateService service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
			await(service);
			service.list(this::tell, Cancellation.NEVER);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			tracker.close();
		}
	}

	private void await(CertificateService service) throws InterruptedException {
		CountDownLatch there = new CountDownLatch(1);
		try (CertificateService.Subscription subscription = service.onProvidersChanged(() -> look(service, there))) {
			look(service, there);
			report.tell("provider.there", String.valueOf(there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)));
		}
	}

	private void look(CertificateService service, CountDownLatch there) {
		if (service.providers().stream().anyMatch(each -> each.id().equals(provider))) {
			there.countDown();
		}
	}

	private void tell(ProviderListing listing) {
		if (listing.providerId().equals(provider)) {
			report.tell("provider.name", listing.providerName());
			report.tell("provider.problem", listing.problem().map(Throwable::toString).orElse(""));
			for (CertificateEntry entry : listing.entries()) {
				report.tell("provider.entry." + entry.certificate().getSubjectX500Principal(), sign(entry));
			}
		}
	}

	private static String sign(CertificateEntry entry) {
		byte[] data = { 1, 2, 3 };
		try {
			byte[] signature = entry.key().open().sign(SignatureAlgorithm.PS256, data);
			return SignatureAlgorithm.PS256.verify(entry.certificate().getPublicKey(), data, signature) ? "signs"
					: "signs wrongly";
		} catch (CertificateAccessException | GeneralSecurityException e) {
			return e.toString();
		}
	}
}
