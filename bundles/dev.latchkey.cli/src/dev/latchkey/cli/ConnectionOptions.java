package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.registration.AccountText;
import dev.latchkey.registration.ApplicationIdText;
import dev.latchkey.registration.DomainText;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be connected with what: the fields of the wizard. */
final class ConnectionOptions {

	@Option(names = "--services", paramLabel = "SERVICE", split = ",")
	private Set<Service> services = EnumSet.noneOf(Service.class);

	@Option(names = "--account", paramLabel = "NAME@DOMAIN")
	private String account;

	@Option(names = "--domain", paramLabel = "DOMAIN")
	private String domain;

	@Option(names = "--application", paramLabel = "ID")
	private String application;

	@Option(names = "--profile", paramLabel = "ID|FILE")
	private String profile;

	@Option(names = "--certificate", paramLabel = "PROVIDER:SHA256")
	private String certificate;

	@Option(names = "--pfx", paramLabel = "FILE")
	private Path pfx;

	@Mixin
	private PasswordOptions password;

	/** Whether nothing of it was given. */
	boolean areMissing() {
		return services.isEmpty() && account == null && domain == null && application == null && profile == null && certificate == null
				&& pfx == null && !password.areGiven();
	}

	/** Looks at everything that can be seen without the network. */
	void check(ReportingCommand command) {
		require(command, !services.isEmpty(), "--services"); //$NON-NLS-1$
		require(command, application != null, "--application"); //$NON-NLS-1$
		require(command, certificate != null || pfx != null, "--certificate / --pfx"); //$NON-NLS-1$
		if (certificate != null && pfx != null) {
			throw command.usage(Messages.usageOneCertificate);
		}
		if (pfx == null && password.areGiven()) {
			throw command.usage(Messages.format(Messages.usageNeedsPfx, "--password-\u2026")); //$NON-NLS-1$
		}
		if (password.exclude()) {
			throw command.usage(Messages.usageOnePassword);
		}
		if (services.contains(Service.TEAMS) && services.size() < Service.values().length) {
			throw command.usage(Messages.usageTeams);
		}
		checkNames(command);
	}

	private void checkNames(ReportingCommand command) {
		require(command, account != null || domain != null, "--account / --domain"); //$NON-NLS-1$
		if (account != null && AccountText.of(account).kind() != AccountText.Kind.VALID) {
			throw command.usage(Messages.format(Messages.usageValue, "--account")); //$NON-NLS-1$
		}
		if (domain != null && !DomainText.of(domain).usable()) {
			throw command.usage(Messages.format(Messages.usageValue, "--domain")); //$NON-NLS-1$
		}
		if (!ApplicationIdText.of(application).valid()) {
			throw command.usage(Messages.usageApplication);
		}
		if (certificate != null && Fingerprint.reference(certificate).isEmpty()) {
			throw command.usage(Messages.usageCertificate);
		}
	}

	private static void require(ReportingCommand command, boolean given, String option) {
		if (!given) {
			throw command.usage(Messages.format(Messages.usageMissing, option));
		}
	}

	/** Opens the certificate; asks for the password of a file where that is needed and somebody sits there. */
	UsedCertificate certificate(ReportingCommand command) throws CertificateAccessException, Refusal {
		if (pfx != null) {
			KeyFileContent content = new ProtectedFile(pfx, Optional.empty(), false, password).read(command);
			if (content.problem().isPresent()) {
				throw content.problem().get();
			}
			return UsedCertificate.inFile(content.onlyKey());
		}
		return UsedCertificate.kept(find(command.environment(), Fingerprint.reference(certificate).orElseThrow()));
	}

	static CertificateEntry find(Environment environment, CertificateReference reference) throws CertificateAccessException, Refusal {
		return environment.services().get(CertificateService.class).find(reference, environment.cancellation())
				.orElseThrow(() -> new Refusal(Refusal.NO_SUCH_CERTIFICATE, Messages.noSuchCertificate));
	}

	/** Finds the organization; signs nobody in. */
	RegistrationRequest request(ReportingCommand command, Directory directory, UsedCertificate used) throws RegistrationException, Refusal {
		String name = domain != null ? DomainText.of(domain).value() : AccountText.of(account).domain();
		Tenant tenant = directory.tenant(name);
		if (!Service.usable(services, tenant.cloud()).equals(services)) {
			throw new Refusal(Refusal.SERVICE_NOT_OFFERED, Messages.format(Messages.teamsNotOffered, tenant.cloud().name()));
		}
		PermissionProfile asked = directory.profile(profile);
		boolean needsAccount = Subject.of(asked, services, tenant.cloud()).stream().anyMatch(Subject::needsAccount);
		require(command, account != null || !needsAccount, "--account"); //$NON-NLS-1$
		Optional<String> user = needsAccount ? Optional.of(AccountText.of(account).value()) : Optional.empty();
		return new RegistrationRequest(tenant, user, services, ApplicationIdText.of(application).value(), used.client(), asked);
	}
}
