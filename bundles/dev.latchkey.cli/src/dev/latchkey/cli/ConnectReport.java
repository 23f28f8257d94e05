package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RoleName;
import dev.latchkey.registration.Verification;

/**
 * What was done to the tenant, proven and saved.
 *
 * @param kept         where the certificate of a file is kept now
 * @param verification what was proven; empty when it did not come to that
 * @param connection   what was saved
 */
record ConnectReport(Optional<RegistrationPlan> plan, Optional<RegistrationResult> result, Optional<CertificateEntry> kept,
		Optional<Verification> verification, Optional<Connection> connection, Optional<Refusal> refusal) implements Report {

	/** Collects what there is to tell as it becomes known. */
	static final class Builder {

		private final Optional<RegistrationPlan> plan;
		private final Optional<RegistrationResult> result;
		private Optional<CertificateEntry> kept = Optional.empty();
		private Optional<Verification> verification = Optional.empty();
		private Optional<Connection> connection = Optional.empty();
		private Optional<Refusal> stopped = Optional.empty();

		Builder(Optional<RegistrationPlan> plan, Optional<RegistrationResult> result) {
			this.plan = plan;
			this.result = result;
		}

		void kept(CertificateEntry entry) {
			kept = Optional.of(entry);
		}

		void verified(Verification proof) {
			verification = Optional.of(proof);
		}

		void saved(Connection saved) {
			connection = Optional.of(saved);
		}

		void stopped(Refusal refusal) {
			stopped = Optional.of(refusal);
		}

		ConnectReport build() {
			return new ConnectReport(plan, result, kept, verification, connection, stopped.or(this::incomplete));
		}

		/** What is not as it was asked for; to save without a proof is asked for by its option only. */
		private Optional<Refusal> incomplete() {
			if (result.filter(each -> !each.complete()).isPresent()) {
				return Optional.of(new Refusal(Refusal.NOT_COMPLETE, Messages.notComplete));
			}
			return connection.isPresent() ? Optional.empty() : Optional.of(new Refusal(Refusal.NOT_PROVEN, Messages.notProven));
		}
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal, refusal.map(Refusal::reason).orElse(null));
		List<ItemResult> items = result.map(RegistrationResult::items).orElse(List.of());
		json.add("items", ResultJson.items(items)); //$NON-NLS-1$
		json.add("run", ResultJson.text(result.flatMap(RegistrationResult::run).map(Object::toString))); //$NON-NLS-1$
		json.add("keptIn", ResultJson.text(kept.map(entry -> entry.reference().toString()))); //$NON-NLS-1$
		json.add("organizationName", ResultJson.text(verification.flatMap(Verification::organizationName))); //$NON-NLS-1$
		json.add("checks", verification.map(ResultJson::checks).orElseGet(JsonArray::new)); //$NON-NLS-1$
		json.add("connection", connection.<JsonElement>map(ResultJson::connection).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		result.ifPresent(each -> ResultPage.items(page, each.items()));
		kept.ifPresent(entry -> page.line(Messages.format(Messages.kept, Printable.of(entry.store()))));
		verification.ifPresent(each -> ResultPage.checks(page, each));
		connection.ifPresent(each -> page.line(Messages.format(
				each.state() == Connection.State.CONNECTED ? Messages.connected : Messages.savedUnverified, Printable.of(each.name()))));
		result.filter(each -> !each.complete()).ifPresent(each -> others(page, each));
		result.flatMap(RegistrationResult::run).ifPresent(run -> page.line(Messages.format(Messages.howToUndo, run)));
	}

	private static void others(Page page, RegistrationResult result) {
		List<String> roles = result.missing().stream().map(item -> RoleName.local(item.item().standing().role())).distinct().toList();
		page.line(Messages.format(Messages.whoCan, String.join(", ", roles))); //$NON-NLS-1$
	}
}
