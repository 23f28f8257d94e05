package dev.latchkey.certificate;

import java.util.List;
import java.util.Optional;

/** Brings all {@link CertificateProvider providers} together. Callable from any thread. */
public interface CertificateService {

	/** The providers that are there now, highest rank first. Cheap: may be called on a user interface thread. */
	List<CertificateProvider> providers();

	/** The first provider that has the capability, say {@link CertificateImporter}; cheap as {@link #providers()}. */
	<T> Optional<T> first(Class<T> capability);

	/**
	 * Looks up an entry.
	 *
	 * @return empty when the provider is not there or does not have the certificate any more
	 * @throws CertificateAccessException                 when the provider can't be read
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	Optional<CertificateEntry> find(CertificateReference reference, Cancellation cancellation)
			throws CertificateAccessException;

	/**
	 * Examines whether Microsoft Entra ID will accept the entry as an application's credential, with a test signature,
	 * which may take as long as the key's place takes.
	 *
	 * @return the findings, most severe first; empty when all is well
	 */
	List<Finding> examine(CertificateEntry entry);

	/**
	 * Examines what can be seen without the private key; quick enough for lists of thousands.
	 *
	 * @return the findings, most severe first; empty when all is well
	 */
	List<Finding> inspect(java.security.cert.X509Certificate certificate);

	/**
	 * Calls back on an unspecified thread whenever a provider has come or gone.
	 *
	 * @return ends the subscription when closed
	 */
	Subscription onProvidersChanged(Runnable listener);

	/** Ends something when closed. Closing again does nothing. */
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
