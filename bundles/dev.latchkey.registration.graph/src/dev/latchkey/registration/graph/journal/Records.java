package dev.latchkey.registration.graph.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Thumbprint;

/** The records of a run's file, each a JSON object. Members are read by name, so that adding one is no new schema. */
final class Records {

	static final int SCHEMA = 1;

	static final String KIND = "record"; //$NON-NLS-1$
	static final String TIME = "time"; //$NON-NLS-1$

	/** The first record: who and what. */
	static final String RUN = "run"; //$NON-NLS-1$
	/** Is about to be sent. */
	static final String BEGUN = "begun"; //$NON-NLS-1$
	/** Is in the tenant. */
	static final String DONE = "done"; //$NON-NLS-1$
	/** Is not in the tenant. */
	static final String FAILED = "failed"; //$NON-NLS-1$
	/** Taking it back is about to be sent. */
	static final String UNDOING = "undoing"; //$NON-NLS-1$
	/** Was seen to be gone. */
	static final String UNDONE = "undone"; //$NON-NLS-1$
	/** The run goes on. */
	static final String CONTINUED = "continued"; //$NON-NLS-1$
	/** The run is taken back from here on. */
	static final String UNDO = "undo"; //$NON-NLS-1$
	/** The run has ended, or nobody asks about it any more. */
	static final String FINISHED = "finished"; //$NON-NLS-1$

	private static final String SCHEMA_NAME = "schema"; //$NON-NLS-1$
	private static final String CHANGE = "change"; //$NON-NLS-1$
	private static final String IDS = "ids"; //$NON-NLS-1$
	private static final String ITEM = "item"; //$NON-NLS-1$
	private static final String TITLE = "title"; //$NON-NLS-1$
	private static final String ACCOUNT = "account"; //$NON-NLS-1$
	private static final String SERVICES = "services"; //$NON-NLS-1$

	private Records() {
	}

	static JsonObject run(UUID id, RegistrationRequest request, String applicationName) {
		JsonObject json = new JsonObject();
		json.addProperty(KIND, RUN);
		json.addProperty(SCHEMA_NAME, SCHEMA);
		json.addProperty("id", id.toString()); //$NON-NLS-1$
		json.addProperty(TIME, Instant.now().toString());
		json.addProperty("cloud", request.tenant().cloud().id()); //$NON-NLS-1$
		json.addProperty("tenantId", request.tenant().id()); //$NON-NLS-1$
		json.addProperty("domain", request.tenant().domain()); //$NON-NLS-1$
		json.addProperty("applicationId", request.applicationId()); //$NON-NLS-1$
		json.addProperty("applicationName", applicationName); //$NON-NLS-1$
		JsonArray services = new JsonArray();
		request.services().stream().sorted().forEach(service -> services.add(service.name()));
		json.add(SERVICES, services);
		request.account().ifPresent(account -> json.addProperty(ACCOUNT, account));
		json.addProperty("profile", request.profile().id()); //$NON-NLS-1$
		json.addProperty("certificate", Thumbprint.sha256(request.certificate().certificate())); //$NON-NLS-1$
		return json;
	}

	static JournalRun run(JsonObject head, State state, List<Change> changes) {
		Set<Service> services = new TreeSet<>();
		member(head, SERVICES).getAsJsonArray().forEach(name -> services.add(Service.valueOf(name.getAsString())));
		return new JournalRun(UUID.fromString(text(head, "id")), Instant.parse(text(head, TIME)), state, //$NON-NLS-1$
				text(head, "cloud"), text(head, "tenantId"), text(head, "domain"), text(head, "applicationId"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				text(head, "applicationName"), services, //$NON-NLS-1$
				Optional.ofNullable(head.get(ACCOUNT)).map(JsonElement::getAsString), text(head, "profile"), //$NON-NLS-1$
				text(head, "certificate"), changes); //$NON-NLS-1$
	}

	static JsonObject begun(String itemId, String title, Map<String, String> ids) {
		JsonObject json = of(BEGUN);
		json.addProperty(ITEM, itemId);
		json.addProperty(TITLE, title);
		json.add(IDS, ids(ids));
		return json;
	}

	static Change change(JsonObject json) {
		return new Change(text(json, ITEM), text(json, TITLE), Outcome.BEGUN, ids(json), Instant.parse(text(json, TIME)));
	}

	/** @param change counted from 0, in the order of beginning */
	static JsonObject of(String kind, int change, Map<String, String> ids) {
		JsonObject json = of(kind);
		json.addProperty(CHANGE, change);
		if (!ids.isEmpty()) {
			json.add(IDS, ids(ids));
		}
		return json;
	}

	static JsonObject of(String kind) {
		JsonObject json = new JsonObject();
		json.addProperty(KIND, kind);
		json.addProperty(TIME, Instant.now().toString());
		return json;
	}

	static int schema(JsonObject json) {
		return member(json, SCHEMA_NAME).getAsInt();
	}

	static int number(JsonObject json) {
		return member(json, CHANGE).getAsInt();
	}

	static Map<String, String> ids(JsonObject json) {
		Map<String, String> ids = new HashMap<>();
		if (json.has(IDS)) {
			json.getAsJsonObject(IDS).entrySet().forEach(id -> ids.put(id.getKey(), id.getValue().getAsString()));
		}
		return ids;
	}

	private static JsonObject ids(Map<String, String> ids) {
		JsonObject json = new JsonObject();
		new TreeMap<>(ids).forEach(json::addProperty);
		return json;
	}

	static String text(JsonObject json, String name) {
		return member(json, name).getAsString();
	}

	private static JsonElement member(JsonObject json, String name) {
		JsonElement element = json.get(name);
		if (element == null) {
			throw new JsonParseException("No member " + name); //$NON-NLS-1$
		}
		return element;
	}
}
