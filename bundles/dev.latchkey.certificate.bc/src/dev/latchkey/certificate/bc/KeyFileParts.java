package dev.latchkey.certificate.bc;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.Finding;

/**
 * What was found in one file or two, in their order, before keys and certificates are brought together. Filled while reading, so
 * that what was seen before a failure is not lost. Not safe for several threads.
 */
final class KeyFileParts {

	/** @param localKeyId what joins key and certificate; null where the program wrote none */
	record Key(PrivateKey key, String friendlyName, byte[] localKeyId) {
	}

	/** @param localKeyId what joins key and certificate; null where the program wrote none */
	record Certificate(X509Certificate certificate, String friendlyName, byte[] localKeyId) {

		boolean isMarkedFor(Key key) {
			return localKeyId != null && Arrays.equals(localKeyId, key.localKeyId);
		}
	}

	private final List<Key> keys = new ArrayList<>();
	private final List<Certificate> certificates = new ArrayList<>();
	private final List<Finding> findings = new ArrayList<>();
	private FileFormat format = FileFormat.UNKNOWN;
	private CertificateAccessException failure;
	private CertificateAccessException hindrance;

	void add(Key key) {
		keys.add(key);
	}

	void add(Certificate certificate) {
		certificates.add(certificate);
	}

	void add(Finding.Kind kind) {
		findings.add(new Finding(kind, List.of()));
	}

	void is(FileFormat what) {
		format = what;
	}

	/** The file can't be used, whatever was found in it. */
	void fail(CertificateAccessException problem) {
		failure = failure == null ? problem : failure;
	}

	/** A key can't be used, which matters only where there is no other. */
	void hinder(CertificateAccessException problem) {
		hindrance = hindrance == null ? problem : hindrance;
	}

	/** The file as a whole is something else than what is looked for. */
	void refuse() {
		fail(new CertificateAccessException(Reason.NOT_A_PFX, format.label()));
	}

	/** Takes over what a second file has; the format stays that of the first. */
	void addAll(KeyFileParts second) {
		keys.addAll(second.keys);
		certificates.addAll(second.certificates);
		findings.addAll(second.findings);
		second.failure().ifPresent(this::fail);
		second.hindrance().ifPresent(this::hinder);
	}

	List<Key> keys() {
		return keys;
	}

	List<Certificate> certificates() {
		return certificates;
	}

	List<Finding> findings() {
		return findings;
	}

	FileFormat format() {
		return format;
	}

	Optional<CertificateAccessException> failure() {
		return Optional.ofNullable(failure);
	}

	Optional<CertificateAccessException> hindrance() {
		return Optional.ofNullable(hindrance);
	}
}
