package dev.latchkey.connection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;

/** The part of a connection's file that says what is known of its working. */
final class ProofJson {

	private ProofJson() {
	}

	static JsonObject write(Proof proof) {
		JsonObject json = new JsonObject();
		json.addProperty("state", proof.state().name()); //$NON-NLS-1$
		proof.verified().ifPresent(time -> json.addProperty("verified", time.toString())); //$NON-NLS-1$
		json.add("met", Members.texts(proof.met().stream().sorted())); //$NON-NLS-1$
		proof.failure().ifPresent(failure -> json.add("failure", write(failure))); //$NON-NLS-1$
		if (!proof.drifts().isEmpty()) {
			json.add("drifts", Members.array(proof.drifts().stream().map(ProofJson::write))); //$NON-NLS-1$
		}
		return json;
	}

	private static JsonObject write(Drift drift) {
		JsonObject json = new JsonObject();
		json.addProperty("kind", drift.kind().name()); //$NON-NLS-1$
		json.addProperty("what", drift.what()); //$NON-NLS-1$
		json.add("whoCould", Members.texts(drift.whoCould().stream())); //$NON-NLS-1$
		drift.time().ifPresent(time -> json.addProperty("time", time.toString())); //$NON-NLS-1$
		return json;
	}

	private static JsonObject write(Failure failure) {
		JsonObject json = new JsonObject();
		json.addProperty("reason", failure.reason().name()); //$NON-NLS-1$
		json.add("arguments", Members.texts(failure.arguments().stream())); //$NON-NLS-1$
		json.addProperty("code", failure.code()); //$NON-NLS-1$
		json.addProperty("correlationId", failure.correlationId()); //$NON-NLS-1$
		json.addProperty("time", failure.time().toString()); //$NON-NLS-1$
		return json;
	}

	static Proof read(Members json) {
		Optional<Failure> failure = json.json().has("failure") ? Optional.of(failure(json.object("failure"))) //$NON-NLS-1$ //$NON-NLS-2$
				: Optional.empty();
		return new Proof(state(json), json.optional("verified").map(any -> json.time("verified")), //$NON-NLS-1$ //$NON-NLS-2$
				met(json), failure, drifts(json));
	}

	/** Of a later version's kind nothing can be told. */
	private static List<Drift> drifts(Members json) {
		return json.json().has("drifts") ? json.elements("drifts").map(Members::of).flatMap(ProofJson::drift).toList() : List.of(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Stream<Drift> drift(Members json) {
		return Members.constant(Drift.Kind.class, json.text("kind")) //$NON-NLS-1$
				.map(kind -> new Drift(kind, json.text("what"), json.texts("whoCould").toList(), //$NON-NLS-1$ //$NON-NLS-2$
						json.optional("time").map(any -> json.time("time")))).stream(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Once for all connections, which mostly share them: they are most of what a connection holds. */
	private static Set<String> met(Members json) {
		return json.texts("met").map(String::intern).collect(Collectors.toSet()); //$NON-NLS-1$
	}

	/** Schema 1 had only these two, beside the rest. */
	static Proof readFirst(Members json) {
		return new Proof(state(json), json.optional("verified").map(any -> json.time("verified")), Set.of(), //$NON-NLS-1$ //$NON-NLS-2$
				Optional.empty());
	}

	/** Whoever can't tell what a state means must not rely on the connection. */
	private static State state(Members json) {
		return Members.constant(State.class, json.text("state")).orElse(State.NOT_VERIFIED); //$NON-NLS-1$
	}

	/** A later version's reason has other arguments than the one that takes its place. */
	private static Failure failure(Members json) {
		Optional<Reason> reason = Members.constant(Reason.class, json.text("reason")); //$NON-NLS-1$
		List<String> arguments = json.texts("arguments").toList(); //$NON-NLS-1$
		return new Failure(reason.orElse(Reason.UNKNOWN), reason.isPresent() ? arguments : List.of(), json.text("code"), //$NON-NLS-1$
				json.text("correlationId"), json.time("time")); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
