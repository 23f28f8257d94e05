package dev.latchkey.certificate;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offers certificates of one place: an operating system's store, a key store file, an HSM, a vault. Register an
 * implementation as an OSGi service under this interface; services may come and go at any time.
 *
 * <p>Implementations are immutable and called from any thread, several at a time. What a provider can do beyond listing it
 * says by implementing capability interfaces on the same object: {@link CertificateImporter}, {@link CertificateRemover},
 * {@link KeyExporter}, {@link KeyFileLinker}.
 *
 * <p>{@link #id()}, {@link #name()}, {@link #description()} and {@link #rank()} stay what they are, answer at once and never
 * fail, whatever the state of the place. All else happens on background threads and may fail with a reason.
 */
@ConsumerType
public interface CertificateProvider {

	/**
	 * Identifies the provider across restarts and versions: letters, digits, dots, hyphens, underscores. Must be unique;
	 * use your own name space, for example {@code com.example.vault}.
	 */
	String id();

	/** Localized name, as the administrator knows the place. */
	String name();

	/** One localized sentence that tells the place from others. */
	String description();

	/**
	 * Orders providers, higher first. Of all providers that are {@link CertificateImporter importers} the first is the
	 * default place for new keys. Latchkey's own use 0 to 100.
	 */
	int rank();

	/**
	 * Lists every certificate whose private key the place holds, each once, read anew at each call, in no particular order.
	 * Called on a background thread, never on a user interface thread. Nobody waits longer than ten seconds; the thread is
	 * interrupted then, and the cancellation asks to stop. An entry whose key turns out to be unusable is listed all the same:
	 * {@link CertificateService#examine} tells.
	 *
	 * @return the entries, possibly none, never null
	 * @throws CertificateAccessException                 when the place can't be read
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException;
}
