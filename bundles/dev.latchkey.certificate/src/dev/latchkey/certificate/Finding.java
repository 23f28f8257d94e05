package dev.latchkey.certificate;

import java.util.List;
import java.util.Objects;

/**
 * Something that an administrator should know about a certificate before using it.
 *
 * @param kind      what it is
 * @param arguments values for the message: strings, numbers or {@link java.util.Date}s; not secret
 */
public record Finding(Kind kind, List<Object> arguments) implements Comparable<Finding> {

	/** Most severe first. */
	public enum Severity {
		/** Microsoft Entra ID will refuse the certificate. */
		ERROR,
		/** It works, but not for long or not everywhere. */
		WARNING,
		/** Good to know. */
		INFO
	}

	/** What can be found; sources: Microsoft's "certificate credentials" page for application authentication. */
	public enum Kind {
		/** Microsoft Entra ID supports RSA keys only. */
		KEY_NOT_RSA(Severity.ERROR),
		/** The RSA modulus is shorter than 2048 bits. */
		KEY_TOO_SHORT(Severity.ERROR),
		/** The certificate's end lies in the past. */
		EXPIRED(Severity.ERROR),
		/** The certificate's start lies in the future. */
		NOT_YET_VALID(Severity.ERROR),
		/** A test signature failed: key missing, locked, or not the certificate's; argument 0 is a sentence with the remedy. */
		KEY_UNUSABLE(Severity.ERROR),
		/** The certificate ends within 30 days. */
		EXPIRES_SOON(Severity.WARNING),
		/** The certificate's lifetime is longer than the organization allows; arguments are both in days. */
		LIFETIME_OVER_POLICY(Severity.WARNING),
		/** The certificate was signed with MD5 or SHA-1. */
		WEAK_SIGNATURE(Severity.WARNING),
		/** The certificate's key usage excludes digital signatures. */
		MISSING_KEY_USAGE(Severity.WARNING),
		/** The file has no message authentication code: nothing tells whether it was changed. */
		NO_INTEGRITY(Severity.WARNING),
		/** The key stays where it is. */
		NOT_EXPORTABLE(Severity.INFO);

		private final Severity severity;

		Kind(Severity severity) {
			this.severity = severity;
		}

		/** How bad it is. */
		public Severity severity() {
			return severity;
		}
	}

	public Finding {
		Objects.requireNonNull(kind, "kind"); //$NON-NLS-1$
		arguments = List.copyOf(arguments);
	}

	/** As {@link Kind#severity()}. */
	public Severity severity() {
		return kind.severity();
	}

	/** What was found and what to do, in the language of {@link java.util.Locale#getDefault()}. */
	public String message() {
		return Texts.of("finding." + kind.name(), arguments.toArray()); //$NON-NLS-1$
	}

	/** Most severe first. */
	@Override
	public int compareTo(Finding other) {
		int bySeverity = severity().compareTo(other.severity());
		return bySeverity != 0 ? bySeverity : kind.compareTo(other.kind);
	}
}
