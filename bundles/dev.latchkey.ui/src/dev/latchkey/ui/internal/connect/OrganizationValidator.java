package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.registration.DomainText;
import dev.latchkey.ui.internal.forms.Notice;

/** An organization's domain, or its tenant id. */
public final class OrganizationValidator implements Function<String, Optional<Notice>> {

	@Override
	public Optional<Notice> apply(String text) {
		return switch (DomainText.of(text).kind()) {
		case VALID, TENANT_ID -> Optional.empty();
		case EMPTY -> Notice.prompt(Messages.OrganizationValidator_empty);
		case ACCOUNT -> Notice.error(Messages.OrganizationValidator_account);
		case ADDRESS -> Notice.error(Messages.OrganizationValidator_address);
		case MALFORMED -> Notice.error(Messages.OrganizationValidator_malformed);
		};
	}
}
