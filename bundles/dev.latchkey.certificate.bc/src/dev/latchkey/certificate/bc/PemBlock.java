package dev.latchkey.certificate.bc;

import java.util.Arrays;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label        the words after BEGIN
 * @param dekInfo      how OpenSSL's traditional encryption was done; empty where the block is not encrypted so
 * @param content      decoded; may be a secret, the owner clears it
 * @param friendlyName what OpenSSL writes before the blocks of a PFX file, or empty
 */
record PemBlock(String label, String dekInfo, byte[] content, String friendlyName) {

	void clear() {
		Arrays.fill(content, (byte) 0);
	}

	/** Never shows the content. */
	@Override
	public String toString() {
		return "PemBlock[" + label + ']'; //$NON-NLS-1$
	}
}
