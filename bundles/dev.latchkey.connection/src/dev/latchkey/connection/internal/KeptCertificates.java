package dev.latchkey.connection.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.registration.Journal;

/** Next certificates are kept by providers before anybody uses them. */
@Component
public final class KeptCertificates implements NextCertificates {

	private final CertificateService certificates;
	private final SelfSignedIssuer issuer;
	private final Journal journal;

	@Activate
	public KeptCertificates(@Reference CertificateService certificates, @Reference SelfSignedIssuer issuer,
			@Reference Journal journal) {
		this.certificates = certificates;
		this.issuer = issuer;
		this.journal = journal;
	}

	@Override
	public NextCertificate selfSigned(SelfSigned wanted) {
		return new FreshCertificates(new Unfinished(journal, certificates), new Making(wanted, certificates, issuer), certificates);
	}

	@Override
	public NextCertificate existing(CertificateReference certificate) {
		return (connection, cancellation) -> certificates.find(certificate, cancellation)
				.orElseThrow(() -> new CertificateAccessException(Reason.NO_CERTIFICATE));
	}
}
