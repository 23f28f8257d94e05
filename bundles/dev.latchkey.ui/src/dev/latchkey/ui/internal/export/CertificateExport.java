package dev.latchkey.ui.internal.export;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyFileWriter.CertificateStyle;
import dev.latchkey.certificate.KeyFileWriter.Existing;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.certificate.KeyMaterial;

/** Brings one certificate into a file. For background threads. */
final class CertificateExport {

	private static final long POLL_MILLIS = 50;

	private final CertificateService certificates;
	private final KeyFileWriter writer;
	private final CertificateEntry entry;

	CertificateExport(CertificateService certificates, KeyFileWriter writer, CertificateEntry entry) {
		this.certificates = certificates;
		this.writer = writer;
		this.entry = entry;
	}

	CertificateEntry entry() {
		return entry;
	}

	/** @return to be cleared by the caller */
	char[] newPassPhrase() {
		return writer.newPassPhrase();
	}

	/** @throws CertificateAccessException NOT_EXPORTABLE or what is wrong with the key's place */
	void checkKey() throws CertificateAccessException {
		exporter();
		if (!entry.key().open().exportable()) {
			throw new CertificateAccessException(Reason.NOT_EXPORTABLE);
		}
	}

	void writeCertificate(Path file, CertificateStyle style, Existing existing) throws CertificateAccessException {
		writer.writeCertificate(entry.certificate(), file, style, existing);
	}

	/** @param password stays the caller's to clear */
	void writeKey(Path file, char[] password, PfxStyle style, Existing existing, Cancellation cancellation)
			throws CertificateAccessException {
		writer.writeKey(key(cancellation), file, password, style, existing, cancellation);
	}

	private KeyExporter exporter() throws CertificateAccessException {
		return certificates.capability(entry.reference().providerId(), KeyExporter.class)
				.orElseThrow(() -> new CertificateAccessException(Reason.NOT_EXPORTABLE));
	}

	/** On a thread of its own, because a provider that does not heed cancelling must not keep the dialog. */
	private KeyMaterial key(Cancellation cancellation) throws CertificateAccessException {
		KeyExporter exporter = exporter();
		FutureTask<KeyMaterial> task = new FutureTask<>(() -> exporter.export(entry.reference(), cancellation));
		Thread thread = new Thread(task, "Latchkey: export"); //$NON-NLS-1$
		thread.setDaemon(true);
		thread.start();
		try {
			return await(task, cancellation);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof CertificateAccessException known) {
				throw known;
			}
			if (e.getCause() instanceof CancellationException cancelled) {
				throw cancelled;
			}
			throw new CertificateAccessException(Reason.PROVIDER_FAILED, e.getCause(), entry.store());
		} finally {
			task.cancel(true);
		}
	}

	private static KeyMaterial await(FutureTask<KeyMaterial> task, Cancellation cancellation)
			throws InterruptedException, ExecutionException {
		while (true) {
			try {
				return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				cancellation.check();
			}
		}
	}
}
