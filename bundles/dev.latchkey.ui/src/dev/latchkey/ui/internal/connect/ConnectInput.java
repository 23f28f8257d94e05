package dev.latchkey.ui.internal.connect;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.registration.AccountText;
import dev.latchkey.registration.ApplicationIdText;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.DomainText;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.ui.internal.forms.Model;

/** What the administrator enters on the first two pages, as it was typed. */
public final class ConnectInput extends Model {

	private final Set<Service> services = EnumSet.of(Service.EXCHANGE, Service.SHAREPOINT);
	private Cloud cloud;
	private PermissionProfile profile;
	private String account = ""; //$NON-NLS-1$
	private String organization = ""; //$NON-NLS-1$
	private String applicationId = ""; //$NON-NLS-1$
	private Optional<CertificateEntry> certificate = Optional.empty();
	private boolean grant = true;

	public ConnectInput(Cloud cloud, PermissionProfile profile) {
		this.cloud = Objects.requireNonNull(cloud, "cloud"); //$NON-NLS-1$
		this.profile = Objects.requireNonNull(profile, "profile"); //$NON-NLS-1$
	}

	/** The chosen services; with Teams only when it can be used. */
	public Set<Service> services() {
		return Set.copyOf(services);
	}

	public boolean uses(Service service) {
		return services.contains(service);
	}

	/** Chooses or leaves a service. Teams goes with either of the services that it needs. */
	public void use(Service service, boolean use) {
		if (use) {
			services.add(service);
		} else {
			services.remove(service);
		}
		keepUsable();
	}

	/** Whether Teams can be chosen now. */
	public boolean teamsPossible() {
		return cloud.teams() && uses(Service.EXCHANGE) && uses(Service.SHAREPOINT);
	}

	public Cloud cloud() {
		return cloud;
	}

	public void setCloud(Cloud cloud) {
		this.cloud = Objects.requireNonNull(cloud, "cloud"); //$NON-NLS-1$
		keepUsable();
	}

	private void keepUsable() {
		services.retainAll(Service.usable(services, cloud));
		changed();
	}

	/** What the application is to be allowed. */
	public PermissionProfile profile() {
		return profile;
	}

	public void setProfile(PermissionProfile profile) {
		this.profile = Objects.requireNonNull(profile, "profile"); //$NON-NLS-1$
		changed();
	}

	/** Whether a user account is asked for, because a check needs one, and otherwise the organization's name. */
	public boolean needsAccount() {
		return Subject.of(profile, services(), cloud).stream().anyMatch(Subject::needsAccount);
	}

	public String account() {
		return account;
	}

	public void setAccount(String account) {
		this.account = account;
		changed();
	}

	public String organization() {
		return organization;
	}

	public void setOrganization(String organization) {
		this.organization = organization;
		changed();
	}

	/** The domain or tenant id by which the organization is to be found; empty as long as none was entered. */
	public Optional<String> domain() {
		if (needsAccount()) {
			AccountText text = AccountText.of(account);
			return text.kind() == AccountText.Kind.VALID ? Optional.of(text.domain()) : Optional.empty();
		}
		DomainText text = DomainText.of(organization);
		return text.usable() ? Optional.of(text.value()) : Optional.empty();
	}

	public String applicationId() {
		return applicationId;
	}

	public void setApplicationId(String applicationId) {
		this.applicationId = applicationId;
		changed();
	}

	/** The application id as Microsoft writes it; only of use when it is valid. */
	public ApplicationIdText application() {
		return ApplicationIdText.of(applicationId);
	}

	public Optional<CertificateEntry> certificate() {
		return certificate;
	}

	public void setCertificate(Optional<CertificateEntry> certificate) {
		this.certificate = certificate;
		changed();
	}

	public boolean grant() {
		return grant;
	}

	public void setGrant(boolean grant) {
		this.grant = grant;
		changed();
	}

	/** What the tenant and the administrator's sign-in depend on. */
	List<Object> organizationKey() {
		return List.of(cloud, domain());
	}

	/** What plan and results depend on. */
	List<Object> requestKey() {
		Object user = needsAccount() ? AccountText.of(account).value() : ""; //$NON-NLS-1$
		return List.of(organizationKey(), user, services(), profile.id(), application().value(),
				certificate.map(CertificateEntry::reference), grant);
	}
}
