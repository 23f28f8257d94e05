package dev.latchkey.ui.internal.certificate;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;

/** What a file needs beside it: certificates and keys that are not PFX often come as two files. */
enum Counterpart {
	NONE, KEY, CERTIFICATE;

	static Counterpart of(KeyFileContent content) {
		if (content.problem().isEmpty()) {
			return NONE;
		}
		Reason reason = content.problem().get().reason();
		return switch (content.format()) {
		case PEM -> reason == Reason.NO_PRIVATE_KEY ? KEY : reason == Reason.NO_CERTIFICATE ? CERTIFICATE : NONE;
		case DER_CERTIFICATE, PKCS7 -> KEY;
		case DER_PRIVATE_KEY, DER_ENCRYPTED_PRIVATE_KEY -> CERTIFICATE;
		default -> NONE;
		};
	}
}
