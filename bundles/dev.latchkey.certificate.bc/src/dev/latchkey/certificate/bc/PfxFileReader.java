package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;

/** Reads PFX files and names what is wrong with those that it can't read. */
@Component(service = KeyFileReader.class)
public final class PfxFileReader implements KeyFileReader {

	/** Key files have some thousand bytes, with long chains some ten thousand. */
	private static final int MAX_BYTES = 1 << 20;
	private static final int SEQUENCE = 0x30;
	private static final int PFX_VERSION = 3;

	/** Made with the first file that is read, and then for all: it takes some 100 ms, which opening a wizard need not. */
	private static final class OnDemand {
		static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
	}

	@Override
	public KeyFileContent inspect(KeyFileRequest request, Cancellation cancellation) {
		try (PfxPassword copy = new PfxPassword(request.password())) {
			List<KeyMaterial> keys = AbandonableTask.run("Latchkey PFX reader", () -> read(content(request.file()), copy), //$NON-NLS-1$
					cancellation);
			List<KeyFileContent.Entry> entries = keys.stream().map(key -> new KeyFileContent.Entry(key.certificate(), true,
					key.issuers(), key.friendlyName())).toList();
			return new KeyFileContent(FileFormat.PFX, keys, entries, List.of(), Optional.empty());
		} catch (CertificateAccessException e) {
			return KeyFileContent.unusable(FileFormat.UNKNOWN, e);
		}
	}

	private static byte[] content(Path file) throws CertificateAccessException {
		if (!Files.isRegularFile(file)) {
			throw new CertificateAccessException(Reason.UNREADABLE);
		}
		try (InputStream stream = Files.newInputStream(file)) {
			byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw new CertificateAccessException(Reason.TOO_LARGE);
			}
			return bytes;
		} catch (IOException e) {
			throw new CertificateAccessException(Reason.UNREADABLE, e);
		}
	}

	/** Reads the content of a file. */
	List<KeyMaterial> read(byte[] file, PfxPassword password) throws CertificateAccessException {
		if (file.length == 0) {
			throw new CertificateAccessException(Reason.EMPTY_FILE);
		}
		if (file[0] != SEQUENCE || FileKind.isText(file)) {
			throw new CertificateAccessException(Reason.NOT_A_PFX, FileKind.of(file));
		}
		try {
			return new KeyPairing(OnDemand.BOUNCY_CASTLE, new PfxParser(OnDemand.BOUNCY_CASTLE).parse(pfx(file), password)).pairs();
		} catch (IOException | RuntimeException | StackOverflowError e) {
			// whatever a parser does with a damaged file
			throw new CertificateAccessException(Reason.CORRUPT, e);
		}
	}

	private static Pfx pfx(byte[] file) throws IOException, CertificateAccessException {
		ASN1Sequence sequence;
		try (ASN1InputStream stream = new ASN1InputStream(file)) {
			sequence = ASN1Sequence.getInstance(stream.readObject());
		}
		if (isPfx(sequence)) {
			return Pfx.getInstance(sequence);
		}
		throw new CertificateAccessException(Reason.NOT_A_PFX,
				DerKind.of(sequence).orElse(Messages.FileKind_unknown));
	}

	private static boolean isPfx(ASN1Sequence sequence) {
		ASN1Encodable version = sequence.size() < 2 ? null : sequence.getObjectAt(0).toASN1Primitive();
		return version instanceof ASN1Integer integer && integer.hasValue(PFX_VERSION);
	}
}
