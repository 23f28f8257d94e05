package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;

/** Collects certificates and keys from the blocks of a PEM file. */
final class PemParser {

	private final Decryptor decryptor;
	private final PasswordForms password;
	private final Effort effort;
	private final KeyDecoder decoder;
	private final KeyFileParts parts;
	private boolean useful;

	PemParser(PasswordForms password, Effort effort, KeyFileParts parts) {
		this.password = password;
		this.effort = effort;
		this.parts = parts;
		decoder = new KeyDecoder(effort);
		decryptor = new Decryptor(password, effort);
	}

	/** @throws CertificateAccessException with the reason; anything unchecked means that the structure is damaged */
	void parse(List<PemBlock> blocks) throws CertificateAccessException, IOException {
		parts.is(FileFormat.PEM);
		for (PemBlock block : blocks) {
			block(block);
		}
		if (!useful) {
			parts.refuse();
		}
	}

	private void block(PemBlock block) throws CertificateAccessException, IOException {
		switch (block.label()) {
			case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> certificate(block); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case "PKCS7", "CMS" -> certificates(block); //$NON-NLS-1$ //$NON-NLS-2$
			case "ENCRYPTED PRIVATE KEY" -> encryptedKey(block); //$NON-NLS-1$
			case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" -> key(block); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			case "OPENSSH PRIVATE KEY" -> openSshKey(); //$NON-NLS-1$
			default -> block.clear();
		}
	}

	/** Of a trusted certificate, the certificate is only the first of two structures. */
	private void certificate(PemBlock block) throws CertificateAccessException, IOException {
		useful = true;
		byte[] der = first(block.content()).getEncoded();
		parts.add(new KeyFileParts.Certificate(decoder.certificate(der), block.friendlyName(), null));
	}

	private void certificates(PemBlock block) throws CertificateAccessException, IOException {
		useful = true;
		CertificateBundle.addTo(parts, ASN1Sequence.getInstance(first(block.content())), decoder);
	}

	private static ASN1Primitive first(byte[] content) throws IOException, CertificateAccessException {
		try (ASN1InputStream stream = new ASN1InputStream(content)) {
			ASN1Primitive first = stream.readObject();
			if (first == null) {
				throw new CertificateAccessException(Reason.CORRUPT);
			}
			return first;
		}
	}

	private void key(PemBlock block) throws CertificateAccessException {
		useful = true;
		if (block.dekInfo().isEmpty()) {
			add(BareKey.of(ASN1Sequence.getInstance(block.content())), block);
		} else {
			locked(decryptor.decrypt(new OpenSslScheme(block.dekInfo(), effort), block.content(),
					bytes -> BareKey.of(ASN1Sequence.getInstance(bytes))), block);
		}
	}

	private void encryptedKey(PemBlock block) throws CertificateAccessException {
		useful = true;
		EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(block.content());
		locked(decryptor.decrypt(info.getEncryptionAlgorithm(), info.getEncryptedData(), PrivateKeyInfo::getInstance), block);
	}

	private void locked(Optional<PrivateKeyInfo> key, PemBlock block) {
		key.ifPresentOrElse(info -> add(info, block), () -> parts.hinder(password.refusal()));
	}

	private void add(PrivateKeyInfo info, PemBlock block) {
		try {
			parts.add(new KeyFileParts.Key(decoder.key(info), block.friendlyName(), null));
		} catch (CertificateAccessException e) {
			parts.hinder(e);
		} finally {
			block.clear();
		}
	}

	private void openSshKey() {
		useful = true;
		parts.hinder(new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pem_openSsh));
	}
}
