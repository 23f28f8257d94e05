package dev.latchkey.certificate.pkcs11;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import com.sun.jna.Memory;

import dev.latchkey.certificate.SignatureAlgorithm;

/** A token's way to make a signature. Many tokens hash data themselves, others sign digests only. */
enum Mechanism {

	SHA256_PSS(Ck.CKM_SHA256_RSA_PKCS_PSS, false), PSS(Ck.CKM_RSA_PKCS_PSS, true),
	SHA256_PKCS1(Ck.CKM_SHA256_RSA_PKCS, false), PKCS1(Ck.CKM_RSA_PKCS, true);

	private static final int SALT_BYTES = 32;
	private static final int PSS_NUMBERS = 3;
	/** The DER form of a DigestInfo with SHA-256 up to the digest itself (RFC 8017, section 9.2, note 1). */
	private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420"); //$NON-NLS-1$

	private final long number;
	private final boolean digested;

	Mechanism(long number, boolean digested) {
		this.number = number;
		this.digested = digested;
	}

	/** Those that make this signature, to be tried in this order. */
	static List<Mechanism> of(SignatureAlgorithm algorithm) {
		return switch (algorithm) {
		case PS256 -> List.of(SHA256_PSS, PSS);
		case RS256 -> List.of(SHA256_PKCS1, PKCS1);
		};
	}

	/** What the token gets of the data. */
	byte[] input(byte[] data) {
		if (!digested) {
			return data;
		}
		byte[] digest = digest(data);
		if (this == PSS) {
			return digest;
		}
		byte[] info = new byte[DIGEST_INFO.length + digest.length];
		System.arraycopy(DIGEST_INFO, 0, info, 0, DIGEST_INFO.length);
		System.arraycopy(digest, 0, info, DIGEST_INFO.length, digest.length);
		return info;
	}

	/** A CK_MECHANISM, with a CK_RSA_PKCS_PSS_PARAMS behind it in the same piece of memory. */
	Memory memory() {
		Layout layout = Layout.HERE;
		int head = layout.sizeOfTriple();
		Memory memory = new Memory(head + (long) PSS_NUMBERS * layout.number());
		memory.clear();
		layout.write(memory, 0, number);
		if (this == SHA256_PSS || this == PSS) {
			memory.setPointer(layout.pointerInTriple(), memory.share(head));
			layout.write(memory, layout.lengthInTriple(), (long) PSS_NUMBERS * layout.number());
			layout.write(memory, head, Ck.CKM_SHA256);
			layout.write(memory, head + (long) layout.number(), Ck.CKG_MGF1_SHA256);
			layout.write(memory, head + 2L * layout.number(), SALT_BYTES);
		}
		return memory;
	}

	private static byte[] digest(byte[] data) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(data); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e); //$NON-NLS-1$
		}
	}
}
