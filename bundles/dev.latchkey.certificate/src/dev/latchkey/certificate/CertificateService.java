package dev.latchkey.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/** Brings all {@link CertificateProvider providers} together. Callable from any thread. */
@ProviderType
public interface CertificateService {

	/** The providers that are there now, highest rank first. Cheap: may be called on a user interface thread. */
	List<CertificateProvider> providers();

	/** The first provider that has the capability, say {@link CertificateImporter}; cheap as {@link #providers()}. */
	<T> Optional<T> first(Class<T> capability);

	/** As {@link #first}, of the provider with that id; cheap as {@link #providers()}. */
	<T> Optional<T> capability(String providerId, Class<T> capability);

	/**
	 * The name that a provider gave when it came. Cheap as {@link #providers()}, whatever the provider does now.
	 *
	 * @return empty when the provider is not there any more
	 */
	Optional<String> name(CertificateProvider provider);

	/**
	 * Looks up an entry.
	 *
	 * @return empty when the provider is not there or does not have the certificate any more
	 * @throws CertificateAccessException                 when the provider can't be read, or does not answer within ten seconds
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	Optional<CertificateEntry> find(CertificateReference reference, Cancellation cancellation)
			throws CertificateAccessException;

	/**
	 * Lists what all providers have, all at the same time. A provider that throws, or that does not answer within ten seconds,
	 * costs the others nothing: its listing has a {@link ProviderListing#problem() problem}.
	 *
	 * @param receiver gets each provider's listing as soon as it is there, on the calling thread
	 * @throws java.util.concurrent.CancellationException when cancelled, at once, whatever the providers do
	 */
	void list(Consumer<ProviderListing> receiver, Cancellation cancellation);

	/**
	 * Examines whether Microsoft Entra ID will accept the entry as an application's credential, with a test signature,
	 * which may take as long as the key's place takes, and may ask for a PIN.
	 *
	 * @return the findings, most severe first; empty when all is well
	 * @throws java.util.concurrent.CancellationException when cancelled, at once, whatever the provider does
	 */
	List<Finding> examine(CertificateEntry entry, CertificatePolicy policy, Cancellation cancellation);

	/**
	 * Examines what can be seen without the private key; quick enough for lists of thousands.
	 *
	 * @return the findings, most severe first; empty when all is well
	 */
	List<Finding> inspect(X509Certificate certificate, CertificatePolicy policy);

	/**
	 * Calls back on an unspecified thread whenever a provider has come or gone.
	 *
	 * @return ends the subscription when closed
	 */
	Subscription onProvidersChanged(Runnable listener);

	/** Ends something when closed. Closing again does nothing. */
	@ProviderType
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
