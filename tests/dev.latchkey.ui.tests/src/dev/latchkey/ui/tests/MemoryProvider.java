package dev.latchkey.ui.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;

/** A third party's certificate provider that keeps keys for as long as the test runs. */
final class MemoryProvider implements CertificateProvider, CertificateImporter, KeyExporter, KeyFileLinker {

	static final String NAME = "Test Vault";

	private final KeyFileReader reader;
	private final List<CertificateEntry> entries = new CopyOnWriteArrayList<>();
	private final Map<CertificateReference, KeyMaterial> keys = new ConcurrentHashMap<>();

	MemoryProvider(KeyFileReader reader) {
		this.reader = reader;
	}

	@Override
	public String id() {
		return "dev.latchkey.ui.tests.memory";
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String description() {
		return "Keeps keys for as long as the test runs.";
	}

	/** Before all of Latchkey's own: new keys of the tests come here. */
	@Override
	public int rank() {
		return 1000;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) {
		return List.copyOf(entries);
	}

	@Override
	public CertificateEntry add(KeyMaterial material, Cancellation cancellation) {
		CertificateEntry entry = new CertificateEntry(CertificateReference.of(id(), material.certificate()),
				material.certificate(), material.issuers(), material.friendlyName(), NAME,
				() -> new SigningKey(material.key()));
		keys.put(entry.reference(), material);
		entries.remove(entry);
		entries.add(entry);
		return entry;
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) {
		return keys.get(reference);
	}

	@Override
	public CertificateEntry link(Path file, char[] password, String sha256, Cancellation cancellation)
			throws CertificateAccessException {
		for (KeyMaterial material : reader.read(KeyFileRequest.of(file, password), cancellation).keys()) {
			if (Thumbprint.sha256(material.certificate()).equals(sha256)) {
				return add(material, cancellation);
			}
		}
		throw new CertificateAccessException(Reason.NO_PRIVATE_KEY);
	}
}
