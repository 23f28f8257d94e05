package dev.latchkey.ui.internal.renew;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextStore;
import dev.latchkey.registration.Wait;
import dev.latchkey.ui.internal.connect.ActionRow;
import dev.latchkey.ui.internal.connect.Standing;

/** Makes the lines of what is renewed, one for each connection. */
final class RenewRows {

	private RenewRows() {
	}

	/**
	 * @param stores  where a connection's next certificate is kept
	 * @param running whether what was not begun will be
	 */
	static List<ActionRow> of(RenewModel model, BiFunction<Connection, CertificateReference, NextStore> stores, boolean running) {
		return model.chosen().stream().map(connection -> of(connection, model.result(connection),
				model.result(connection).flatMap(Result::next).map(next -> stores.apply(connection, next)), running)).toList();
	}

	private static ActionRow of(Connection connection, Optional<Result> result, Optional<NextStore> store, boolean running) {
		return new ActionRow(connection.id().toString(), connection.name(), standing(result, running), Duration.ZERO,
				result.flatMap(Result::waiting).map(Wait::until), result.map(each -> details(each, store)).orElse(List.of()),
				List.of());
	}

	private static Standing standing(Optional<Result> result, boolean running) {
		if (result.isEmpty()) {
			return running ? Standing.WAITING : Standing.SKIPPED;
		}
		if (result.get().failure().isPresent()) {
			return Standing.FAILED;
		}
		return switch (result.get().step()) {
		case DONE -> Standing.DONE;
		case NOT_BEGUN -> running ? Standing.WAITING : Standing.SKIPPED;
		case PROVING -> running ? Standing.PROPAGATING : Standing.SKIPPED;
		case PREPARING, ADDING, SWITCHING -> running ? Standing.RUNNING : Standing.SKIPPED;
		};
	}

	private static List<String> details(Result result, Optional<NextStore> store) {
		List<String> details = new ArrayList<>();
		details.add(step(result.step()));
		result.waiting().ifPresent(waiting -> details.add(waiting.why().sentence()));
		result.failure().ifPresent(failure -> details.addAll(details(failure)));
		if (!result.done() && result.failure().isPresent() && result.next().isPresent()) {
			details.add(Messages.RenewRows_kept);
		}
		store.filter(NextStore::other).ifPresent(where -> details.add(NLS.bind(Messages.RenewRows_otherStore, where.name())));
		return details;
	}

	private static List<String> details(Failed failure) {
		List<String> details = new ArrayList<>(List.of(failure.sentence(), Messages.RenewRows_asBefore));
		if (failure.signInHelps()) {
			details.add(Messages.RenewRows_signIn);
		}
		return details;
	}

	private static String step(Step step) {
		return switch (step) {
		case NOT_BEGUN -> Messages.RenewRows_notBegun;
		case PREPARING -> Messages.RenewRows_preparing;
		case ADDING -> Messages.RenewRows_adding;
		case PROVING -> Messages.RenewRows_proving;
		case SWITCHING -> Messages.RenewRows_switching;
		case DONE -> NLS.bind(Messages.RenewRows_done, CertificateRenewer.GRACE_DAYS);
		};
	}
}
