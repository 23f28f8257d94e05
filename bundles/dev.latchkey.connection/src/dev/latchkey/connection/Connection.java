package dev.latchkey.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Service;

/**
 * An organization that was connected. Holds no secret: the certificate is named, not contained.
 *
 * @param id                  identifies the connection, for ever
 * @param revision            counts the changes that were saved; 0 as long as it was never saved
 * @param name                the organization's display name, or what the administrator calls it; its domain until it is known
 * @param cloudId             {@link dev.latchkey.registration.Cloud#id()}
 * @param tenantId            a GUID in lower case
 * @param domain              the domain by which the tenant was found
 * @param account             the user principal name for Exchange's impersonation; empty when nothing needs one
 * @param applicationId       application (client) id, a GUID in lower case
 * @param applicationObjectId object id of the application, once an administrator's sign-in has read it
 * @param certificate         names the certificate
 * @param certificateEnds     when the certificate ends
 * @param retired             certificates that were renewed and may still be registered, the newest first
 * @param services            never empty
 * @param profileId           {@link dev.latchkey.registration.PermissionProfile#id()} of what it was made for; empty when unknown
 * @param proof               what is known of its working
 */
public record Connection(UUID id, long revision, String name, String cloudId, String tenantId, String domain,
		Optional<String> account, String applicationId, Optional<String> applicationObjectId,
		CertificateReference certificate, Instant certificateEnds, List<RetiredCertificate> retired, Set<Service> services,
		String profileId, Proof proof) {

	/** How a connection stood when it was last looked at. What time and a profile change since is in {@link Standing}. */
	public enum State {
		/** Proven by a sign-in with the certificate. */
		CONNECTED,
		/** Saved by the administrator's explicit choice without a proof, or refuted since. */
		NOT_VERIFIED,
		/** The certificate signs in, but permissions or directory roles are missing. */
		NEEDS_PERMISSION,
		/** Was proven once; when it was looked at last, Microsoft could not be reached. */
		UNREACHABLE
	}

	public Connection {
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
		Objects.requireNonNull(cloudId, "cloudId"); //$NON-NLS-1$
		Objects.requireNonNull(tenantId, "tenantId"); //$NON-NLS-1$
		Objects.requireNonNull(domain, "domain"); //$NON-NLS-1$
		Objects.requireNonNull(account, "account"); //$NON-NLS-1$
		Objects.requireNonNull(applicationId, "applicationId"); //$NON-NLS-1$
		Objects.requireNonNull(applicationObjectId, "applicationObjectId"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		Objects.requireNonNull(certificateEnds, "certificateEnds"); //$NON-NLS-1$
		retired = List.copyOf(retired);
		services = Set.copyOf(services);
		if (services.isEmpty()) {
			throw new IllegalArgumentException("No service"); //$NON-NLS-1$
		}
		Objects.requireNonNull(profileId, "profileId"); //$NON-NLS-1$
		Objects.requireNonNull(proof, "proof"); //$NON-NLS-1$
	}

	/** As {@link Proof#state()}. */
	public State state() {
		return proof.state();
	}

	/** As {@link Proof#verified()}. */
	public Optional<Instant> verified() {
		return proof.verified();
	}

	/**
	 * What to call it after another look at the organization. Its name stays, since an administrator may have chosen it, unless
	 * it is only the domain.
	 *
	 * @param organization the organization's display name, when that could be read
	 */
	public String nameBeside(Optional<String> organization) {
		return name.equals(domain) ? organization.orElse(name) : name;
	}

	/** The same connection under another name. */
	public Connection named(String newName) {
		return new Connection(id, revision, newName, cloudId, tenantId, domain, account, applicationId, applicationObjectId,
				certificate, certificateEnds, retired, services, profileId, proof);
	}

	/** The same connection, of whose working something else is known. */
	public Connection with(Proof newProof) {
		return new Connection(id, revision, name, cloudId, tenantId, domain, account, applicationId, applicationObjectId,
				certificate, certificateEnds, retired, services, profileId, newProof);
	}

	/** The same connection as it was saved. */
	public Connection revised(long newRevision) {
		return new Connection(id, newRevision, name, cloudId, tenantId, domain, account, applicationId, applicationObjectId,
				certificate, certificateEnds, retired, services, profileId, proof);
	}

	/**
	 * The same connection with its next certificate, which was proven; the one before is retired.
	 *
	 * @param at when the new certificate took over
	 */
	public Connection renewed(CertificateReference next, Instant nextEnds, String oldSha1, Instant at, Proof newProof) {
		RetiredCertificate old = new RetiredCertificate(certificate, oldSha1, certificateEnds, at);
		return new Connection(id, revision, name, cloudId, tenantId, domain, account, applicationId, applicationObjectId,
				next, nextEnds, Stream.concat(Stream.of(old), retired.stream()).toList(), services, profileId, newProof);
	}

	/** The same connection after that retired certificate was removed from the application. */
	public Connection without(RetiredCertificate removed) {
		return new Connection(id, revision, name, cloudId, tenantId, domain, account, applicationId, applicationObjectId,
				certificate, certificateEnds, retired.stream().filter(each -> !each.equals(removed)).toList(), services,
				profileId, proof);
	}

	/** Whether the other one is of the same organization through the same application. */
	public boolean sameApplication(Connection other) {
		return isThrough(other.cloudId, other.tenantId, other.applicationId);
	}

	/** Whether the run was for this connection's application. */
	public boolean concerns(JournalRun run) {
		return isThrough(run.cloudId(), run.tenantId(), run.applicationId());
	}

	/** Whether it is of that organization through that application. */
	public boolean isThrough(String cloud, String tenant, String application) {
		return cloudId.equals(cloud) && tenantId.equals(tenant) && applicationId.equals(application);
	}

	/**
	 * A certificate that another one took over from. It may still be registered with the application, as long as nobody
	 * removes it.
	 *
	 * @param certificate names it
	 * @param sha1        SHA-1 thumbprint in upper case hexadecimal digits, as Microsoft's portal shows it; empty when the
	 *                    certificate was not here any more as the next one took over
	 * @param ends        when it ends
	 * @param retired     when the next one took over
	 */
	public record RetiredCertificate(CertificateReference certificate, String sha1, Instant ends, Instant retired) {
		public RetiredCertificate {
			Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
			Objects.requireNonNull(sha1, "sha1"); //$NON-NLS-1$
			Objects.requireNonNull(ends, "ends"); //$NON-NLS-1$
			Objects.requireNonNull(retired, "retired"); //$NON-NLS-1$
		}

		/**
		 * Whether it has been kept for {@link CertificateRenewer#GRACE_DAYS}, so that its removal is offered. Never of one whose
		 * thumbprint is not known, since nothing could be found by it.
		 */
		public boolean isFree(Instant now) {
			return !sha1.isEmpty() && !now.isBefore(retired.plus(Duration.ofDays(CertificateRenewer.GRACE_DAYS)));
		}
	}
}
