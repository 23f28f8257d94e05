package dev.latchkey.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** A store that costs nothing, so that only renewing is measured. */
final class FleetStore implements CertificateProvider {

	private final Map<CertificateReference, CertificateEntry> entries = new ConcurrentHashMap<>();

	@Override
	public String id() {
		return "dev.latchkey.benchmarks";
	}

	@Override
	public String name() {
		return "Fleet";
	}

	@Override
	public String description() {
		return "Keys of a benchmark.";
	}

	@Override
	public int rank() {
		return 1;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) {
		return List.copyOf(entries.values());
	}

	CertificateEntry keep(KeyMaterial material) {
		CertificateReference reference = CertificateReference.of(id(), material.certificate());
		CertificateEntry entry = new CertificateEntry(reference, material.certificate(), List.of(), "", name(),
				() -> new SigningKey(material.key()));
		entries.put(reference, entry);
		return entry;
	}
}
