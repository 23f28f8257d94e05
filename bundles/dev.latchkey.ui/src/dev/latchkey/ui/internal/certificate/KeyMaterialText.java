package dev.latchkey.ui.internal.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.KeyFileContent;
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

	/** What the file has: the chosen key's certificate in full, and every other certificate in a line. */
	static String of(KeyFileContent content, Optional<KeyMaterial> chosen) {
		Stream<String> others = content.entries().stream()
				.filter(entry -> chosen.filter(key -> key.certificate().equals(entry.certificate())).isEmpty())
				.map(KeyMaterialText::line);
		return Stream.concat(chosen.stream().map(KeyMaterialText::lines), others).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private static String line(KeyFileContent.Entry entry) {
		return NLS.bind(entry.hasPrivateKey() ? Messages.KeyMaterialText_withKey : Messages.KeyMaterialText_withoutKey,
				entry.certificate().getSubjectX500Principal().getName());
	}

	private static String lines(KeyMaterial material) {
		X509Certificate certificate = material.certificate();
		return NLS.bind(Messages.KeyMaterialText_lines,
				new Object[] { certificate.getSubjectX500Principal().getName(),
						Subjects.name(certificate.getIssuerX500Principal()),
						Formats.date(certificate.getNotBefore().toInstant()),
						Formats.date(certificate.getNotAfter().toInstant()), key(certificate.getPublicKey()),
						Thumbprint.sha1(certificate) });
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
