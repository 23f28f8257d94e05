package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;

/** Reads key files and names what is wrong with those that it can't read. */
@Component(service = KeyFileReader.class)
public final class BouncyCastleKeyFileReader implements KeyFileReader {

	/** Key files have some thousand bytes, with long chains some ten thousand. */
	private static final int MAX_BYTES = 1 << 20;

	@Override
	public KeyFileContent inspect(KeyFileRequest request, Cancellation cancellation) {
		try (PasswordForms password = new PasswordForms(request.password())) {
			return AbandonableTask.run("Latchkey key file reader", () -> content(request, password), cancellation); //$NON-NLS-1$
		} catch (CertificateAccessException e) {
			return KeyFileContent.unusable(FileFormat.UNKNOWN, e);
		}
	}

	private static KeyFileContent content(KeyFileRequest request, PasswordForms password) {
		Effort effort = new Effort(request.patient());
		boolean pairGiven = request.keyFile().isPresent();
		KeyFileParser parser = new KeyFileParser(password, effort, pairGiven);
		KeyFileParts parts = parts(request.file(), parser);
		request.keyFile().ifPresent(second -> parts.addAll(parts(second, parser)));
		return content(parts, pairGiven, effort);
	}

	private static KeyFileContent content(KeyFileParts parts, boolean pairGiven, Effort effort) {
		try {
			return new ContentAssembly(parts, pairGiven, effort).content();
		} catch (CertificateAccessException e) {
			return KeyFileContent.unusable(parts.format(), e);
		} catch (CancellationException e) {
			throw e;
		} catch (RuntimeException e) {
			// a certificate that could be decoded, and yet is none
			return KeyFileContent.unusable(parts.format(), new CertificateAccessException(Reason.CORRUPT, e));
		}
	}

	private static KeyFileParts parts(Path file, KeyFileParser parser) {
		byte[] bytes = {};
		try {
			bytes = bytes(file);
			if (bytes.length > MAX_BYTES) {
				throw new CertificateAccessException(Reason.TOO_LARGE);
			}
			return parser.parse(bytes);
		} catch (CertificateAccessException e) {
			KeyFileParts parts = new KeyFileParts();
			parts.is(bytes.length == 0 ? FileFormat.UNKNOWN : FormatSniffer.of(bytes));
			parts.fail(e);
			return parts;
		} finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	/** Regular files only: a pipe would wait for its writer. */
	private static byte[] bytes(Path file) throws CertificateAccessException {
		try {
			if (!Files.isRegularFile(file)) {
				throw new CertificateAccessException(Reason.UNREADABLE);
			}
			try (InputStream stream = Files.newInputStream(file)) {
				return stream.readNBytes(MAX_BYTES + 1);
			}
		} catch (IOException | SecurityException e) {
			throw new CertificateAccessException(Reason.UNREADABLE, e);
		}
	}
}
