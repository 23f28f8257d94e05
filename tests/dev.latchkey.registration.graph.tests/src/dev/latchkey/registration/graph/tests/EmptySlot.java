package dev.latchkey.registration.graph.tests;

import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;

/** A place of certificates that can't be read now. */
final class EmptySlot implements CertificateProvider {

	static final String ID = "test-empty-slot";

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String name() {
		return "Slot";
	}

	@Override
	public String description() {
		return "A slot without its token.";
	}

	@Override
	public int rank() {
		return 0;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, name());
	}
}
