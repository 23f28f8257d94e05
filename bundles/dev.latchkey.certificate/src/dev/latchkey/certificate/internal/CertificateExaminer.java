package dev.latchkey.certificate.internal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Kind;

/** Compares a certificate and its key with what Microsoft Entra ID asks of an application's credential. */
final class CertificateExaminer {

	/** Smaller RSA keys are refused with AADSTS50032 or AADSTS700027. */
	private static final int MIN_RSA_BITS = 2048;
	private static final Duration SOON = Duration.ofDays(30);
	private static final Pattern WEAK_DIGEST = Pattern.compile("^(MD[245]|SHA-?1)WITH.*"); //$NON-NLS-1$
	private static final int DIGITAL_SIGNATURE = 0;

	private final SignatureTrial trial = new SignatureTrial();
	private final Clock clock;

	CertificateExaminer(Clock clock) {
		this.clock = clock;
	}

	List<Finding> examine(CertificateEntry entry, CertificatePolicy policy, Cancellation cancellation) {
		List<Finding> findings = new ArrayList<>(inspect(entry.certificate(), policy));
		if (isRsa(entry.certificate().getPublicKey())) {
			findings.addAll(trial.run(entry, cancellation));
			Collections.sort(findings);
		}
		return List.copyOf(findings);
	}

	List<Finding> inspect(X509Certificate certificate, CertificatePolicy policy) {
		List<Finding> findings = new ArrayList<>();
		inspectKey(certificate.getPublicKey(), findings);
		inspectValidity(certificate, findings);
		inspectLifetime(certificate, policy, findings);
		String algorithm = certificate.getSigAlgName();
		if (WEAK_DIGEST.matcher(algorithm.toUpperCase(Locale.ROOT)).matches()) {
			findings.add(finding(Kind.WEAK_SIGNATURE, algorithm));
		}
		boolean[] usage = certificate.getKeyUsage();
		if (usage != null && !usage[DIGITAL_SIGNATURE]) {
			findings.add(finding(Kind.MISSING_KEY_USAGE));
		}
		Collections.sort(findings);
		return List.copyOf(findings);
	}

	private static void inspectKey(PublicKey key, List<Finding> findings) {
		if (!isRsa(key)) {
			findings.add(finding(Kind.KEY_NOT_RSA, key.getAlgorithm()));
		} else if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
			findings.add(finding(Kind.KEY_TOO_SHORT, rsa.getModulus().bitLength()));
		}
	}

	private static boolean isRsa(PublicKey key) {
		return "RSA".equals(key.getAlgorithm()); //$NON-NLS-1$
	}

	private void inspectValidity(X509Certificate certificate, List<Finding> findings) {
		Instant now = clock.instant();
		Instant end = certificate.getNotAfter().toInstant();
		if (now.isBefore(certificate.getNotBefore().toInstant())) {
			findings.add(finding(Kind.NOT_YET_VALID, certificate.getNotBefore()));
		}
		if (now.isAfter(end)) {
			findings.add(finding(Kind.EXPIRED, certificate.getNotAfter()));
		} else if (now.plus(SOON).isAfter(end)) {
			findings.add(finding(Kind.EXPIRES_SOON, certificate.getNotAfter()));
		}
	}

	private static void inspectLifetime(X509Certificate certificate, CertificatePolicy policy, List<Finding> findings) {
		Duration lifetime = Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
		if (lifetime.compareTo(Duration.ofDays(policy.maxLifetimeDays())) > 0) {
			findings.add(finding(Kind.LIFETIME_OVER_POLICY, begunDays(lifetime), policy.maxLifetimeDays()));
		}
	}

	/** A day that has begun counts: otherwise 730 days would be told to be more than 730. */
	static long begunDays(Duration lifetime) {
		return lifetime.plusDays(1).minusNanos(1).toDays();
	}

	private static Finding finding(Kind kind, Object... arguments) {
		return new Finding(kind, List.of(arguments));
	}
}
