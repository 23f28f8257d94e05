package dev.latchkey.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would have to change in the tenant, with what is there already. A snapshot: {@link RegistrationService#apply}
 * detects when the tenant changed in between.
 *
 * @param request             what was asked for
 * @param applicationName     display name of the application
 * @param applicationObjectId object id of the application
 * @param certificates        the key credentials that the application has; they stay as they are
 * @param items               what is asked for, in the order of doing it
 */
public record RegistrationPlan(RegistrationRequest request, String applicationName, String applicationObjectId,
		List<ExistingCertificate> certificates, List<PlanItem> items) {

	public RegistrationPlan {
		Objects.requireNonNull(request, "request"); //$NON-NLS-1$
		Objects.requireNonNull(applicationName, "applicationName"); //$NON-NLS-1$
		Objects.requireNonNull(applicationObjectId, "applicationObjectId"); //$NON-NLS-1$
		certificates = List.copyOf(certificates);
		items = List.copyOf(items);
	}

	/** Whether anything is to be written at all. */
	public boolean changesAnything() {
		return items.stream().anyMatch(item -> item.state() == PlanItem.State.TO_DO);
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
}
