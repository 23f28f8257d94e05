package dev.latchkey.registration.graph.tests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** Somebody's store of certificates, which forgets them all at its end. */
final class MemoryStore implements CertificateProvider, CertificateImporter, CertificateRemover {

	private final String id = "test-" + UUID.randomUUID();
	private final Map<CertificateReference, CertificateEntry> entries = new ConcurrentHashMap<>();

	@Override
	public String id() {
		return id;
	}

	@Override
	public String name() {
		return "Memory";
	}

	@Override
	public String description() {
		return "Keys of a test.";
	}

	@Override
	public int rank() {
		return 1;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) {
		return List.copyOf(entries.values());
	}

	@Override
	public CertificateEntry add(KeyMaterial material, Cancellation cancellation) {
		CertificateReference reference = CertificateReference.of(id, material.certificate());
		CertificateEntry entry = new CertificateEntry(reference, material.certificate(), List.of(), material.friendlyName(),
				name(), () -> new SigningKey(material.key()));
		entries.put(reference, entry);
		return entry;
	}

	@Override
	public void remove(CertificateReference reference, Cancellation cancellation) {
		entries.remove(reference);
	}
}
