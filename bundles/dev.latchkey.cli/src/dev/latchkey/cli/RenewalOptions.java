package dev.latchkey.cli;

import java.util.Optional;
import java.util.OptionalInt;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.connection.NextStore;
import picocli.CommandLine.Option;

/** Where next certificates come from. */
final class RenewalOptions {

	@Option(names = "--key-size", paramLabel = "BITS")
	private Integer keyBits;

	@Option(names = "--validity", paramLabel = "PERIOD")
	private String validity;

	@Option(names = "--provider", paramLabel = "ID")
	private String provider;

	@Option(names = "--certificate", paramLabel = "PROVIDER:SHA256")
	private String certificate;

	/** @param several whether more than one connection may be renewed */
	void check(ReportingCommand command, boolean several) {
		if (certificate != null) {
			if (several || keyBits != null || validity != null || provider != null) {
				throw command.usage(Messages.usageRenewCertificate);
			}
			if (Fingerprint.reference(certificate).isEmpty()) {
				throw command.usage(Messages.usageCertificate);
			}
		}
		if (keyBits != null && !SelfSignedRequest.KEY_BITS.contains(keyBits)) {
			throw command.usage(Messages.usageKeySize);
		}
		if (validity != null) {
			Validity.months(command, validity);
		}
	}

	/** Where the connection's next key would be kept; empty when nobody would. */
	Optional<NextStore> store(Connection connection, CertificateService stores) {
		return certificate == null ? NextStore.of(connection, Optional.ofNullable(provider), stores)
				: Fingerprint.reference(certificate).map(next -> NextStore.of(connection, next, stores));
	}

	NextCertificate next(ReportingCommand command) throws Refusal {
		NextCertificates certificates = command.environment().services().get(NextCertificates.class);
		if (certificate != null) {
			return certificates.existing(Fingerprint.reference(certificate).orElseThrow());
		}
		return certificates.selfSigned(new SelfSigned(keyBits == null ? OptionalInt.empty() : OptionalInt.of(keyBits),
				validity == null ? OptionalInt.empty() : OptionalInt.of(Validity.months(command, validity)),
				Optional.ofNullable(provider)));
	}
}
