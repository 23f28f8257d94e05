package dev.latchkey.registration;

import java.util.Objects;
import java.util.Optional;

/**
 * What is handed over to somebody who has the rights.
 *
 * @param request what is asked for; only the certificate's public part is used
 * @param plan    what was found in the tenant, when somebody could look
 * @param result  what was done already
 */
public record HandOver(RegistrationRequest request, Optional<RegistrationPlan> plan,
		Optional<RegistrationResult> result) {
	public HandOver {
		Objects.requireNonNull(request, "request"); //$NON-NLS-1$
		Objects.requireNonNull(plan, "plan"); //$NON-NLS-1$
		Objects.requireNonNull(result, "result"); //$NON-NLS-1$
	}
}
