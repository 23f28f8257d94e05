package dev.latchkey.certificate.pkcs11;

/**
 * Names a token, wherever it is plugged in.
 *
 * @param label  as its owner knows it; several tokens may have the same
 * @param serial given by its maker
 */
record TokenName(String label, String serial) {
}
