package dev.latchkey.benchmarks;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Thumbprint;

/** A key store file with ten thousand entries. */
final class StoreMeasurement implements Measurement {

	static final int ENTRIES = 10_000;

	private static final int TIMES = 10;
	private static final String PASSWORD = "benchmark-benchmark-benchmark";

	private final CertificateService certificates = Services.get(CertificateService.class);
	private final Path folder;

	/** @param folder where the key store file of this workbench lies */
	StoreMeasurement(Path folder) {
		this.folder = folder;
	}

	@Override
	public void run(Figures figures) throws Exception {
		ManyCertificates many = ManyCertificates.make(ENTRIES);
		fill(many);
		CertificateProvider store = certificates.providers().stream().filter(each -> each.id().equals("keystore")).findFirst()
				.orElseThrow();
		figures.millis("store.list.first", timed(() -> store.list(Cancellation.NEVER)));
		List<CertificateEntry> entries = store.list(Cancellation.NEVER);
		if (entries.size() != ENTRIES) {
			throw new IllegalStateException(entries.size() + " entries");
		}
		for (int time = 0; time < TIMES; time++) {
			CertificateEntry entry = entries.get(time * ENTRIES / TIMES);
			figures.millis("store.list.again", timed(() -> store.list(Cancellation.NEVER)));
			figures.millis("store.find", timed(() -> certificates.find(entry.reference(), Cancellation.NEVER)));
			figures.millis("store.open", timed(() -> entry.key().open()));
			figures.millis("store.inspect", timed(() -> inspect(entries)));
		}
		figures.millis("store.add", timed(() -> ((CertificateImporter) store).add(many.material(), Cancellation.NEVER)));
		figures.millis("store.remove", timed(() -> remove(store, entries.get(0))));
	}

	private Object inspect(List<CertificateEntry> entries) {
		entries.forEach(entry -> certificates.inspect(entry.certificate(), CertificatePolicy.USUAL));
		return entries;
	}

	private static Object remove(CertificateProvider store, CertificateEntry entry) throws Exception {
		((CertificateRemover) store).remove(entry.reference(), Cancellation.NEVER);
		return entry;
	}

	@FunctionalInterface
	private interface Work {
		Object call() throws Exception;
	}

	private static long timed(Work work) throws Exception {
		long start = System.nanoTime();
		work.call();
		return System.nanoTime() - start;
	}

	/** As the provider would have written it, but at once. */
	private void fill(ManyCertificates many) throws Exception {
		Files.createDirectories(folder);
		byte[] secret = new byte[PASSWORD.length() * Character.BYTES];
		ByteBuffer.wrap(secret).put(PASSWORD.getBytes(StandardCharsets.UTF_16BE));
		Files.write(folder.resolve("key-store.secret"), secret);
		System.setProperty("keystore.pkcs12.keyPbeIterationCount", "1000");
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		for (X509Certificate certificate : many.certificates()) {
			store.setKeyEntry(Thumbprint.sha256(certificate), many.material().key(), PASSWORD.toCharArray(),
					new X509Certificate[] { certificate });
		}
		try (OutputStream stream = Files.newOutputStream(folder.resolve("certificates.p12"))) {
			store.store(stream, PASSWORD.toCharArray());
		}
		System.clearProperty("keystore.pkcs12.keyPbeIterationCount");
	}
}
