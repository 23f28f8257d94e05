package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyMaterial;

/** Writes files for handing over with Bouncy Castle: the platform refuses passwords that are not ASCII. */
@Component(service = KeyFileWriter.class)
public final class PfxFileWriter implements KeyFileWriter {

	private static final int PEM_LINE = 64;

	@Override
	public void writeCertificate(X509Certificate certificate, Path file, CertificateStyle style, Existing existing)
			throws CertificateAccessException {
		try {
			byte[] encoded = certificate.getEncoded();
			write(HandOverFile.readable(file), style == CertificateStyle.PEM ? pem(encoded) : encoded, existing);
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException("Not a certificate that can be encoded", e); //$NON-NLS-1$
		}
	}

	/** RFC 7468, section 5. */
	private static byte[] pem(byte[] encoded) {
		String base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] { '\n' }).encodeToString(encoded);
		return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n") //$NON-NLS-1$ //$NON-NLS-2$
				.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void writeKey(KeyMaterial material, Path file, char[] password, PfxStyle style, Existing existing,
			Cancellation cancellation) throws CertificateAccessException {
		if (password.length == 0) {
			throw new IllegalArgumentException("A key is not written without a password"); //$NON-NLS-1$
		}
		if (!"PKCS#8".equals(material.key().getFormat())) { //$NON-NLS-1$
			throw new CertificateAccessException(Reason.NOT_EXPORTABLE);
		}
		cancellation.check();
		if (existing == Existing.KEEP && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			throw failure(Reason.FILE_EXISTS, file, null); // before the effort
		}
		char[] copy = password.clone(); // of its own, because an abandoned computation may outlive the caller's
		byte[] content = AbandonableTask.run("Latchkey: PFX file", () -> { //$NON-NLS-1$
			try {
				return new PfxEncoder(style, copy).encode(material);
			} finally {
				Arrays.fill(copy, '\0');
			}
		}, cancellation);
		cancellation.check();
		write(HandOverFile.ownerOnly(file), content, existing);
	}

	private static void write(HandOverFile file, byte[] content, Existing existing) throws CertificateAccessException {
		try {
			file.write(content, existing);
		} catch (FileAlreadyExistsException e) {
			throw failure(existing == Existing.KEEP ? Reason.FILE_EXISTS : Reason.FILE_NOT_WRITABLE, file.path(), e);
		} catch (IOException | SecurityException e) {
			throw failure(Reason.FILE_NOT_WRITABLE, file.path(), e);
		}
	}

	private static CertificateAccessException failure(Reason reason, Path file, Exception cause) {
		return new CertificateAccessException(reason, cause, file.toString());
	}

	@Override
	public char[] newPassPhrase() {
		return PassPhrase.random();
	}
}
