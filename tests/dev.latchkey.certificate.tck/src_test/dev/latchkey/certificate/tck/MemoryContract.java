package dev.latchkey.certificate.tck;

import java.util.List;
import java.util.function.Supplier;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.KeyMaterial;

/** Hands in places of one kind. */
class MemoryContract implements CertificateImporterContract, CertificateRemoverContract, KeyExporterContract {

	private static final KeyMaterial ONE = TestKeys.rsa("one");
	private static final KeyMaterial OTHER = TestKeys.rsa("other");

	private final Supplier<MemoryPlace> kind;

	MemoryContract(Supplier<MemoryPlace> kind) {
		this.kind = kind;
	}

	@Override
	public MemoryPlace provider() {
		return kind.get().with(ONE, OTHER);
	}

	@Override
	public MemoryPlace emptyProvider() {
		return kind.get();
	}

	@Override
	public MemoryPlace brokenProvider() {
		return new MemoryPlace() {
			@Override
			public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
				throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, name());
			}
		};
	}

	@Override
	public List<String> secrets() {
		return List.of("4711");
	}
}
