package dev.latchkey.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.RevokePermission;
import dev.latchkey.registration.PlanItem.State;

/**
 * What would have to change in the tenant, with what is there already. A snapshot: {@link RegistrationService#apply}
 * detects when the tenant changed in between.
 *
 * @param request     what was asked for
 * @param application what the application is and has
 * @param policy      the rules for its certificates, when there are any and the administrator may read them
 * @param items       what is asked for, in the order of doing it
 * @param continues   the interrupted run that applying this plan goes on with
 */
public record RegistrationPlan(RegistrationRequest request, Application application, Optional<CredentialPolicy> policy,
		List<PlanItem> items, Optional<UUID> continues) {

	public RegistrationPlan {
		Objects.requireNonNull(request, "request"); //$NON-NLS-1$
		Objects.requireNonNull(application, "application"); //$NON-NLS-1$
		Objects.requireNonNull(policy, "policy"); //$NON-NLS-1$
		items = List.copyOf(items);
		Objects.requireNonNull(continues, "continues"); //$NON-NLS-1$
	}

	/** As {@link Application#name()}. */
	public String applicationName() {
		return application.name();
	}

	/** As {@link Application#objectId()}. */
	public String applicationObjectId() {
		return application.objectId();
	}

	/** As {@link Application#certificates()}. */
	public List<ExistingCertificate> certificates() {
		return application.certificates();
	}

	/** Whether anything is to be written at all. */
	public boolean changesAnything() {
		return items.stream().anyMatch(item -> item.state() == State.TO_DO);
	}

	/** The plan in which exactly these of the {@link State#OFFERED} items are to be done. */
	public RegistrationPlan choosing(Set<String> itemIds) {
		List<PlanItem> chosen = items.stream().map(item -> choosing(item, itemIds)).toList();
		return new RegistrationPlan(request, application, policy, chosen, continues);
	}

	private static PlanItem choosing(PlanItem item, Set<String> itemIds) {
		if (item.state() != State.OFFERED && item.state() != State.TO_DO) {
			return item;
		}
		PlanItem.Standing standing = item.standing().as(itemIds.contains(item.id()) ? State.TO_DO : State.OFFERED);
		if (item instanceof RemoveCertificate removal) {
			return new RemoveCertificate(standing, removal.certificate());
		}
		return item instanceof RevokePermission revocation
				? new RevokePermission(standing, revocation.resource(), revocation.value(), revocation.assignmentId())
				: item;
	}

	/** The plan that goes on with an interrupted run: undoing it will take back what both did. */
	public RegistrationPlan continuing(UUID run) {
		return new RegistrationPlan(request, application, policy, items, Optional.of(run));
	}

	/**
	 * The application as it was found.
	 *
	 * @param name         display name
	 * @param objectId     object id
	 * @param certificates the key credentials that it has; they stay as they are
	 * @param extras       application permissions that it was granted and that nobody asks for, apart from those that are offered
	 *                     to be taken back; they stay as they are
	 */
	public record Application(String name, String objectId, List<ExistingCertificate> certificates,
			List<ExtraPermission> extras) {
		public Application {
			Objects.requireNonNull(name, "name"); //$NON-NLS-1$
			Objects.requireNonNull(objectId, "objectId"); //$NON-NLS-1$
			certificates = List.copyOf(certificates);
			extras = List.copyOf(extras);
		}
	}

	/**
	 * A key credential that is there already.
	 *
	 * @param keyId       its id
	 * @param displayName its name, may be empty
	 * @param thumbprint  SHA-1 in upper case hexadecimal digits when known, otherwise empty
	 * @param ends        when it ends, when known
	 */
	public record ExistingCertificate(String keyId, String displayName, String thumbprint, Optional<Instant> ends) {
	}

	/**
	 * A granted permission that nobody asks for.
	 *
	 * @param resource display name of the API
	 * @param value    the app role's value, or its id when that can't be read
	 */
	public record ExtraPermission(String resource, String value) {
	}
}
