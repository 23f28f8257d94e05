package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.registration.ApplicationIdText;
import dev.latchkey.ui.internal.forms.Notice;

/** An application (client) id: a GUID in any usual spelling; what is clearly another thing is named as such. */
public final class ApplicationIdValidator implements Function<String, Optional<Notice>> {

	@Override
	public Optional<Notice> apply(String text) {
		return switch (ApplicationIdText.of(text).kind()) {
		case VALID -> Optional.empty();
		case EMPTY -> Notice.prompt(Messages.ApplicationIdValidator_empty);
		case ZERO -> Notice.error(Messages.ApplicationIdValidator_zero);
		case DOMAIN -> Notice.error(Messages.ApplicationIdValidator_domain);
		case ACCOUNT -> Notice.error(Messages.ApplicationIdValidator_account);
		case SECRET -> Notice.error(Messages.ApplicationIdValidator_secret);
		case THUMBPRINT -> Notice.error(Messages.ApplicationIdValidator_thumbprint);
		case ADDRESS -> Notice.error(Messages.ApplicationIdValidator_address);
		case MALFORMED -> Notice.error(Messages.ApplicationIdValidator_malformed);
		};
	}
}
