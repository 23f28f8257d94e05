package dev.latchkey.certificate.jca;

import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;

/** Offers the certificates of a store of the operating system. */
sealed class ListedStoreProvider implements CertificateProvider permits WritableStoreProvider {

	private final PlatformStore store;

	ListedStoreProvider(PlatformStore store) {
		this.store = store;
	}

	@Override
	public final String id() {
		return store.type().id();
	}

	@Override
	public final String name() {
		return store.type().label();
	}

	@Override
	public final String description() {
		return store.type().description();
	}

	@Override
	public final int rank() {
		return store.type().rank();
	}

	@Override
	public final List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		return store.entries(cancellation);
	}
}
