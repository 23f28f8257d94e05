package dev.latchkey.ui.internal.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Subjects;

/** What a key file has, in words. */
final class KeyMaterialText {

	private KeyMaterialText() {
	}

	/** One line that tells one key of a file from the others. */
	static String name(KeyMaterial material) {
		String subject = Subjects.name(material.certificate().getSubjectX500Principal());
		return NLS.bind(Messages.KeyMaterialText_name, subject,
				Formats.date(material.certificate().getNotAfter().toInstant()));
	}

	static String of(KeyMaterial material, List<Finding> findings) {
		X509Certificate certificate = material.certificate();
		String lines = NLS.bind(Messages.KeyMaterialText_lines,
				new Object[] { certificate.getSubjectX500Principal().getName(),
						Subjects.name(certificate.getIssuerX500Principal()),
						Formats.date(certificate.getNotBefore().toInstant()),
						Formats.date(certificate.getNotAfter().toInstant()), key(certificate.getPublicKey()),
						Thumbprint.sha1(certificate) });
		return findings.stream().map(finding -> "\n" + finding.message()).collect(Collectors.joining("", lines, "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String key(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			return NLS.bind(Messages.KeyMaterialText_key, key.getAlgorithm(), String.valueOf(rsa.getModulus().bitLength()));
		}
		if (key instanceof ECPublicKey curve) {
			return NLS.bind(Messages.KeyMaterialText_key, key.getAlgorithm(),
					String.valueOf(curve.getParams().getOrder().bitLength()));
		}
		return key.getAlgorithm();
	}
}
