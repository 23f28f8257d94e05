package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.NextStore;

/**
 * What became of renewals, connection by connection.
 *
 * @param rows    each connection that something was done about
 * @param refusal why not all of it was done
 */
record RenewalReport(List<Row> rows, Optional<Refusal> refusal) implements Report {

	/**
	 * One connection.
	 *
	 * @param result     empty when its certificate was not to be renewed
	 * @param store      where its next key is kept, once there is one
	 * @param removed    SHA-1 thumbprints of what is not registered any more
	 * @param notRemoved why something is
	 */
	record Row(Connection connection, Optional<Result> result, Optional<NextStore> store, List<String> removed,
			Optional<Refusal> notRemoved) {

		private boolean failed() {
			return result.filter(each -> !each.done()).isPresent() || notRemoved.isPresent();
		}

		private Optional<String> sentence() {
			return result.flatMap(Result::failure).map(Row::sentence).or(() -> notRemoved.map(Refusal::getMessage));
		}

		private static String sentence(Failed failed) {
			return failed.failure().map(FailureJson::sentence).orElse(failed.sentence());
		}

		private JsonObject json() {
			JsonObject json = new JsonObject();
			json.addProperty("id", connection.id().toString()); //$NON-NLS-1$
			json.addProperty("name", connection.name()); //$NON-NLS-1$
			json.addProperty("domain", connection.domain()); //$NON-NLS-1$
			json.add("step", ResultJson.text(result.map(each -> each.step().name()))); //$NON-NLS-1$
			json.add("next", ResultJson.text(result.flatMap(Result::next).map(Object::toString))); //$NON-NLS-1$
			json.add("store", ResultJson.store(store)); //$NON-NLS-1$
			json.add("message", ResultJson.text(result.flatMap(Result::failure).map(Failed::sentence))); //$NON-NLS-1$
			json.add("failure", FailureJson.of(result.flatMap(Result::failure).flatMap(Failed::failure))); //$NON-NLS-1$
			json.add("signInHelps", result.flatMap(Result::failure).map(Failed::signInHelps) //$NON-NLS-1$
					.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
			json.add("removed", ResultJson.array(removed, JsonPrimitive::new)); //$NON-NLS-1$
			json.add("notRemoved", ResultJson.text(notRemoved.map(Refusal::getMessage))); //$NON-NLS-1$
			return json;
		}
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal, refusal.map(Refusal::reason).orElse(null));
		JsonArray renewals = ResultJson.array(rows, Row::json);
		json.add("renewals", renewals); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		if (rows.isEmpty()) {
			page.line(Messages.nothingToRenew);
			return;
		}
		page.table(rows.stream().map(row -> List.of(row.connection().name(), row.connection().domain(),
				row.result().map(each -> ResultPage.name(each.step())).orElse(""), //$NON-NLS-1$
				row.removed().isEmpty() ? "" : Messages.format(Messages.retiredRemoved, row.removed().size()))).toList()); //$NON-NLS-1$
		rows.forEach(row -> row.sentence()
				.ifPresent(sentence -> page.line(Printable.of(row.connection().name() + ": " + sentence)))); //$NON-NLS-1$
		rows.forEach(row -> PlannedRenewals.told(row.connection(), row.store()).ifPresent(page::line));
	}

	/** Gathers what happens. */
	static final class Builder {

		private final Map<UUID, Row> rows = new LinkedHashMap<>();
		private final CertificateService stores;

		/** @param chosen as they were before they are renewed */
		Builder(List<Connection> chosen, CertificateService stores) {
			this.stores = stores;
			chosen.forEach(each -> rows.put(each.id(), new Row(each, Optional.empty(), Optional.empty(), List.of(), Optional.empty())));
		}

		void renewed(Result result) {
			rows.computeIfPresent(result.connection(), (id, row) -> new Row(row.connection(), Optional.of(result),
					result.next().map(next -> NextStore.of(row.connection(), next, stores)), row.removed(), row.notRemoved()));
		}

		/** @param now without those that are gone */
		void removed(Connection now, List<RetiredCertificate> retired) {
			List<String> gone = retired.stream().filter(each -> !now.retired().contains(each)).map(RetiredCertificate::sha1).toList();
			rows.computeIfPresent(now.id(), (id, row) -> new Row(row.connection(), row.result(), row.store(), gone, row.notRemoved()));
		}

		void notRemoved(Connection connection, Refusal why) {
			rows.computeIfPresent(connection.id(),
					(id, row) -> new Row(row.connection(), row.result(), row.store(), row.removed(), Optional.of(why)));
		}

		/** @param cancelled whether the rest was not begun */
		RenewalReport build(boolean cancelled) {
			List<Row> touched = new ArrayList<>(rows.values());
			touched.removeIf(row -> row.result().isEmpty() && row.removed().isEmpty() && row.notRemoved().isEmpty());
			long failed = touched.stream().filter(Row::failed).count();
			Optional<Refusal> refusal = cancelled ? Optional.of(new Refusal(Refusal.CANCELLED, Messages.cancelled))
					: Optional.of(new Refusal(Refusal.NOT_COMPLETE, Messages.format(Messages.notAllRenewed, failed, touched.size())))
							.filter(any -> failed > 0);
			return new RenewalReport(List.copyOf(touched), refusal);
		}
	}
}
