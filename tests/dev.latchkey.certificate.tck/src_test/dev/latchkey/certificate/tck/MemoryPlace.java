package dev.latchkey.certificate.tck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** Keeps all promises. Tests take one method after the other and break its promise. */
class MemoryPlace implements CertificateProvider, CertificateImporter, CertificateRemover, KeyExporter {

	final Map<CertificateReference, KeyMaterial> materials = new LinkedHashMap<>();

	MemoryPlace with(KeyMaterial... added) {
		for (KeyMaterial each : added) {
			materials.put(reference(each), each);
		}
		return this;
	}

	CertificateReference reference(KeyMaterial material) {
		return CertificateReference.of("memory", material.certificate());
	}

	@Override
	public String id() {
		return "memory";
	}

	@Override
	public String name() {
		return "Memory";
	}

	@Override
	public String description() {
		return "Forgets when it is switched off.";
	}

	@Override
	public int rank() {
		return 1;
	}

	@Override
	public synchronized List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		return materials.values().stream().map(this::entry).toList();
	}

	CertificateEntry entry(KeyMaterial material) {
		CertificateReference reference = reference(material);
		return new CertificateEntry(reference, material.certificate(), List.of(), material.friendlyName(), name(),
				() -> new SigningKey(material(reference).key()));
	}

	private synchronized KeyMaterial material(CertificateReference reference) throws CertificateAccessException {
		if (!materials.containsKey(reference)) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return materials.get(reference);
	}

	@Override
	public synchronized CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (material.key().getEncoded() == null) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		materials.put(reference(material), material);
		return entry(material);
	}

	@Override
	public synchronized void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		materials.remove(reference);
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		return material(reference);
	}
}
