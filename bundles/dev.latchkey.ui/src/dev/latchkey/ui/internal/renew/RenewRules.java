package dev.latchkey.ui.internal.renew;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextStore;
import dev.latchkey.ui.internal.forms.Notice;

/** What keeps the chosen connections from being renewed as it was chosen. */
final class RenewRules {

	private final RenewModel model;

	RenewRules(RenewModel model) {
		this.model = model;
	}

	/** The first obstacle, with what to do about it. */
	Optional<Notice> obstacle() {
		List<Connection> chosen = model.chosen();
		if (chosen.isEmpty()) {
			return Notice.prompt(Messages.RenewRules_none);
		}
		if (model.existing() && chosen.size() > 1) {
			return Notice.error(Messages.RenewRules_oneCertificate);
		}
		if (model.existing() && model.certificate().isEmpty()) {
			return Notice.prompt(Messages.RenewRules_select);
		}
		if (model.existing() && isPresent(chosen.get(0))) {
			return Notice.error(Messages.RenewRules_present);
		}
		return model.byAdministrator() ? WhoChoice.obstacle(model) : itself(chosen);
	}

	private boolean isPresent(Connection connection) {
		return model.certificate().filter(entry -> entry.reference().sha256().equals(connection.certificate().sha256()))
				.isPresent();
	}

	private Optional<Notice> itself(List<Connection> chosen) {
		List<Connection> ended = chosen.stream().filter(model::ended).toList();
		return ended.isEmpty() ? Optional.empty() : Notice.error(NLS.bind(Messages.RenewRules_ended, names(ended)));
	}

	private static String names(List<Connection> connections) {
		return connections.stream().map(Connection::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	/** A store that takes no new keys, such as a file or a token, can't keep the next one. */
	static Optional<Notice> otherStore(RenewModel model, Function<Connection, Optional<NextStore>> stores) {
		List<Connection> moved = model.existing() ? List.of()
				: model.chosen().stream().filter(each -> stores.apply(each).filter(NextStore::other).isPresent()).toList();
		return moved.stream().findFirst().flatMap(stores).map(store -> new Notice(Notice.Level.WARNING,
				NLS.bind(Messages.RenewRules_otherStore, store.name(), names(moved))));
	}

	/** A certificate that ends before the present one is a step back. */
	static Optional<Notice> endsEarlier(RenewModel model) {
		return model.chosen().stream().findFirst()
				.filter(connection -> model.existing() && model.certificate()
						.filter(entry -> entry.certificate().getNotAfter().toInstant().isBefore(connection.certificateEnds()))
						.isPresent())
				.map(connection -> new Notice(Notice.Level.WARNING, Messages.RenewRules_endsEarlier));
	}
}
