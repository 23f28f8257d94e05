package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;

/** Tells what a file is and has the parser for that collect its parts. */
final class KeyFileParser {

	private static final int SEQUENCE = 0x30;
	private static final String PKCS12 = "PKCS12"; //$NON-NLS-1$

	private final PasswordForms password;
	private final Effort effort;
	private final KeyDecoder decoder;
	private final boolean pairGiven;

	/** @param pairGiven whether a certificate or key without the other is what was asked for */
	KeyFileParser(PasswordForms password, Effort effort, boolean pairGiven) {
		this.password = password;
		this.effort = effort;
		decoder = new KeyDecoder(effort);
		this.pairGiven = pairGiven;
	}

	/** @return what was found, with the failure if there was one */
	KeyFileParts parse(byte[] file) {
		KeyFileParts parts = new KeyFileParts();
		try {
			collect(file, parts);
		} catch (CertificateAccessException e) {
			parts.fail(e);
		} catch (CancellationException e) {
			throw e;
		} catch (IOException | RuntimeException | StackOverflowError e) {
			// whatever a parser does with a damaged file
			parts.fail(new CertificateAccessException(Reason.CORRUPT, e));
		}
		return parts;
	}

	private void collect(byte[] file, KeyFileParts parts) throws CertificateAccessException, IOException {
		if (file.length == 0) {
			parts.is(FileFormat.EMPTY);
			throw new CertificateAccessException(Reason.EMPTY_FILE);
		}
		boolean plain = FormatSniffer.isText(file);
		if (file[0] == SEQUENCE && !plain) {
			der(file, parts);
			return;
		}
		byte[] text = PlainText.of(file);
		if ((plain || FormatSniffer.magic(file).isEmpty()) && PemScanner.isPem(text)) {
			pem(text, parts);
		} else {
			base64(file, text, parts);
		}
		Arrays.fill(text, (byte) 0);
	}

	private void pem(byte[] text, KeyFileParts parts) throws CertificateAccessException, IOException {
		parts.is(FileFormat.PEM);
		List<PemBlock> blocks = new PemScanner(text).blocks();
		Optional<PemBlock> pfx = blocks.stream().filter(each -> PKCS12.equals(each.label())).findFirst();
		if (pfx.isPresent()) {
			der(pfx.get().content(), parts);
		} else {
			new PemParser(password, effort, parts).parse(blocks);
		}
	}

	/** A PFX in Base64 without more is what some portals and vaults give out. */
	private void base64(byte[] file, byte[] text, KeyFileParts parts) throws CertificateAccessException, IOException {
		parts.is(FormatSniffer.of(file));
		if (parts.format() == FileFormat.BASE64) {
			byte[] decoded = decoded(text);
			if (DerFormat.ofBeginning(decoded) == FileFormat.PFX) {
				der(decoded, parts);
				return;
			}
		}
		parts.refuse();
	}

	private static byte[] decoded(byte[] text) {
		try {
			return PemScanner.decode(text, 0, text.length);
		} catch (CertificateAccessException e) {
			return new byte[0];
		}
	}

	private void der(byte[] file, KeyFileParts parts) throws CertificateAccessException, IOException {
		parts.is(DerFormat.ofBeginning(file));
		ASN1Sequence sequence;
		try (ASN1InputStream stream = new ASN1InputStream(file)) {
			sequence = ASN1Sequence.getInstance(stream.readObject());
		}
		parts.is(DerFormat.of(sequence));
		if (parts.format() == FileFormat.PFX) {
			new PfxParser(password, effort, parts).parse(Pfx.getInstance(sequence));
		} else {
			bare(sequence, parts);
		}
	}

	private void bare(ASN1Sequence file, KeyFileParts parts) throws CertificateAccessException, IOException {
		switch (parts.format()) {
			case DER_CERTIFICATE -> parts.add(new KeyFileParts.Certificate(decoder.certificate(file.getEncoded()), "", null)); //$NON-NLS-1$
			case PKCS7 -> CertificateBundle.addTo(parts, file, decoder);
			case DER_PRIVATE_KEY -> parts.add(new KeyFileParts.Key(decoder.key(BareKey.of(file)), "", null)); //$NON-NLS-1$
			case DER_ENCRYPTED_PRIVATE_KEY -> encryptedKey(EncryptedPrivateKeyInfo.getInstance(file), parts);
			default -> parts.refuse();
		}
		if (!pairGiven) {
			parts.refuse();
		}
	}

	private void encryptedKey(EncryptedPrivateKeyInfo info, KeyFileParts parts) throws CertificateAccessException {
		if (!pairGiven) {
			return;
		}
		Optional<PrivateKeyInfo> key = new Decryptor(password, effort).decrypt(info.getEncryptionAlgorithm(),
				info.getEncryptedData(), PrivateKeyInfo::getInstance);
		if (key.isPresent()) {
			parts.add(new KeyFileParts.Key(decoder.key(key.get()), "", null)); //$NON-NLS-1$
		} else {
			parts.hinder(password.refusal());
		}
	}
}
