package dev.latchkey.ui.internal.connect;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.forms.Notice;

/** At least one service: without any there is nothing to connect. */
public final class ServicesValidator implements Function<Set<Service>, Optional<Notice>> {

	@Override
	public Optional<Notice> apply(Set<Service> services) {
		return services.isEmpty() ? Notice.prompt(Messages.ServicesValidator_none) : Optional.empty();
	}
}
