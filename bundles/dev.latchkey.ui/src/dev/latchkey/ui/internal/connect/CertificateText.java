package dev.latchkey.ui.internal.connect;

import java.security.cert.X509Certificate;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Subjects;

/** A certificate in three lines: whose it is, its thumbprint as Microsoft's portal shows it, and when it ends. */
final class CertificateText {

	static final int LINES = 3;

	private CertificateText() {
	}

	static String of(X509Certificate certificate) {
		return NLS.bind(Messages.CertificateText_lines,
				new Object[] { Subjects.name(certificate.getSubjectX500Principal()), Thumbprint.sha1(certificate),
						Formats.date(certificate.getNotAfter().toInstant()) });
	}
}
