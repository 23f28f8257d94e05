package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.registration.AccountText;
import dev.latchkey.ui.internal.forms.Notice;

/** A user principal name, {@code name@domain.tld}. */
public final class AccountValidator implements Function<String, Optional<Notice>> {

	@Override
	public Optional<Notice> apply(String text) {
		return switch (AccountText.of(text).kind()) {
		case VALID -> Optional.empty();
		case EMPTY -> Notice.prompt(Messages.AccountValidator_empty);
		case NO_DOMAIN -> Notice.error(Messages.AccountValidator_noDomain);
		case NO_NAME -> Notice.error(Messages.AccountValidator_noName);
		case DOWN_LEVEL -> Notice.error(Messages.AccountValidator_downLevel);
		case MALFORMED -> Notice.error(Messages.AccountValidator_malformed);
		};
	}
}
