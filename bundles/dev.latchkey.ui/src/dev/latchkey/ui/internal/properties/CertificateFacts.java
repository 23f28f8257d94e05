package dev.latchkey.ui.internal.properties;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.LifetimePolicy;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.properties.Facts.Fact;

/**
 * What there is to tell about a connection's certificate.
 *
 * @param findings what is to be said about it, or why it can't be seen
 * @param retired  the ones before it
 */
record CertificateFacts(List<Fact> facts, List<Notice> findings, List<RetiredCertificate> retired) {

	static Map<String, String> labels() {
		Map<String, String> labels = new LinkedHashMap<>();
		labels.put("subject", Messages.CertificateFacts_subject); //$NON-NLS-1$
		labels.put("issuer", Messages.CertificateFacts_issuer); //$NON-NLS-1$
		labels.put("from", Messages.CertificateFacts_from); //$NON-NLS-1$
		labels.put("to", Messages.CertificateFacts_to); //$NON-NLS-1$
		labels.put("key", Messages.CertificateFacts_key); //$NON-NLS-1$
		labels.put("sha1", Messages.CertificateFacts_sha1); //$NON-NLS-1$
		labels.put("sha256", Messages.CertificateFacts_sha256); //$NON-NLS-1$
		labels.put("provider", Messages.CertificateFacts_provider); //$NON-NLS-1$
		labels.put("store", Messages.CertificateFacts_store); //$NON-NLS-1$
		return labels;
	}

	/** Reads without opening the key; for background threads. */
	static CertificateFacts of(Connection connection, CertificateService certificates, Cancellation cancellation) {
		Optional<CertificateEntry> entry;
		List<Notice> findings;
		try {
			entry = certificates.find(connection.certificate(), cancellation);
			findings = entry.map(found -> Findings.notices(certificates.inspect(found.certificate(), LifetimePolicy.current())))
					.orElse(List.of(new Notice(Notice.Level.ERROR, Messages.CertificateFacts_gone)));
		} catch (CertificateAccessException e) {
			entry = Optional.empty();
			findings = List.of(new Notice(Notice.Level.RETRY, e.getLocalizedMessage()));
		}
		return new CertificateFacts(facts(connection, entry, provider(connection.certificate(), certificates)), findings,
				connection.retired());
	}

	private static String provider(CertificateReference reference, CertificateService certificates) {
		return certificates.providers().stream().filter(provider -> id(provider).equals(reference.providerId())).findFirst()
				.flatMap(certificates::name).orElse(reference.providerId());
	}

	/** Providers are strangers. */
	private static String id(CertificateProvider provider) {
		try {
			return String.valueOf(provider.id());
		} catch (RuntimeException | LinkageError e) {
			return ""; //$NON-NLS-1$
		}
	}

	private static List<Fact> facts(Connection connection, Optional<CertificateEntry> entry, String provider) {
		Optional<X509Certificate> certificate = entry.map(CertificateEntry::certificate);
		return List.of(fact("subject", text(certificate, known -> known.getSubjectX500Principal().getName())), //$NON-NLS-1$
				fact("issuer", text(certificate, known -> known.getIssuerX500Principal().getName())), //$NON-NLS-1$
				fact("from", text(certificate, known -> Formats.time(known.getNotBefore().toInstant()))), //$NON-NLS-1$
				fact("to", Formats.time(connection.certificateEnds())), fact("key", text(certificate, CertificateFacts::key)), //$NON-NLS-1$ //$NON-NLS-2$
				fact("sha1", text(certificate, Thumbprint::sha1)), fact("sha256", connection.certificate().sha256()), //$NON-NLS-1$ //$NON-NLS-2$
				fact("provider", provider), fact("store", entry.map(CertificateEntry::store).orElse(""))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static Fact fact(String id, String value) {
		return new Fact(id, labels().get(id), value);
	}

	private static String text(Optional<X509Certificate> certificate, Function<X509Certificate, String> text) {
		return certificate.map(text).orElse(""); //$NON-NLS-1$
	}

	private static String key(X509Certificate certificate) {
		return certificate.getPublicKey() instanceof RSAPublicKey rsa
				? NLS.bind(Messages.CertificateFacts_rsa, String.valueOf(rsa.getModulus().bitLength()))
				: certificate.getPublicKey().getAlgorithm();
	}
}
