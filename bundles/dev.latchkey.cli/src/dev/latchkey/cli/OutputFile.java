package dev.latchkey.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileWriter.CertificateStyle;
import dev.latchkey.certificate.KeyFileWriter.Existing;

/** A file that is to be written. */
record OutputFile(Path path, boolean force) {

	private static final List<String> OF_CERTIFICATES = List.of(".pem", ".cer", ".crt", ".der"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	/** Before anything is computed or asked for; who writes looks again. */
	void check() throws CertificateAccessException {
		if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			throw new CertificateAccessException(Reason.FILE_EXISTS, path.toString());
		}
	}

	Existing existing() {
		return force ? Existing.REPLACE : Existing.KEEP;
	}

	CertificateStyle certificateStyle() {
		return ends(".pem") ? CertificateStyle.PEM : CertificateStyle.DER; //$NON-NLS-1$
	}

	/** Whether people would take it for a file without a key. */
	boolean hasNameOfCertificate() {
		return OF_CERTIFICATES.stream().anyMatch(this::ends);
	}

	private boolean ends(String end) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(end);
	}
}
