package dev.latchkey.ui.tests;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;

/** For renewals that are scripted, and never ask for one. */
final class NoCertificates implements NextCertificates {

	@Override
	public NextCertificate selfSigned(SelfSigned wanted) {
		return (connection, cancellation) -> null;
	}

	@Override
	public NextCertificate existing(CertificateReference certificate) {
		return (connection, cancellation) -> null;
	}
}
