package dev.latchkey.ui.internal.certificate;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.ui.internal.forms.Notice;

/** A new certificate's name: 1 to 64 characters (ub-common-name, RFC 5280 appendix A), no control characters. */
public final class NameValidator implements Function<String, Optional<Notice>> {

	@Override
	public Optional<Notice> apply(String name) {
		if (name.isBlank()) {
			return Notice.prompt(Messages.NameValidator_empty);
		}
		return SelfSignedRequest.isName(name) ? Optional.empty()
				: Notice.error(NLS.bind(Messages.NameValidator_invalid, SelfSignedRequest.MAX_NAME_LENGTH));
	}
}
