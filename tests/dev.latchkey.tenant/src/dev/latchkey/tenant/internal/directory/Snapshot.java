package dev.latchkey.tenant.internal.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;

/** A directory at one moment. Its objects are never changed; who wants to change one stores a changed copy. */
public final class Snapshot {

	private final Instant since;
	private final Map<Table, Map<String, JsonObject>> tables;

	Snapshot(Instant since, Map<Table, Map<String, JsonObject>> tables) {
		this.since = since;
		this.tables = tables;
	}

	/** @return an empty directory */
	static Snapshot empty() {
		Map<Table, Map<String, JsonObject>> tables = new EnumMap<>(Table.class);
		for (Table table : Table.values()) {
			tables.put(table, new LinkedHashMap<>());
		}
		return new Snapshot(Instant.MIN, tables);
	}

	Instant since() {
		return since;
	}

	/** @return a copy that may be changed until it is stored */
	Snapshot draft(Instant now) {
		Map<Table, Map<String, JsonObject>> copy = new EnumMap<>(Table.class);
		tables.forEach((table, objects) -> copy.put(table, new LinkedHashMap<>(objects)));
		return new Snapshot(now, copy);
	}

	void put(Table table, JsonObject object) {
		tables.get(table).put(Json.text(object, "id"), object);
	}

	boolean remove(Table table, String id) {
		return tables.get(table).remove(id) != null;
	}

	public Stream<JsonObject> all(Table table) {
		return tables.get(table).values().stream();
	}

	public Optional<JsonObject> byId(Table table, String id) {
		return Optional.ofNullable(tables.get(table).get(id));
	}

	public Optional<JsonObject> first(Table table, Predicate<JsonObject> condition) {
		return all(table).filter(condition).findFirst();
	}

	public Optional<JsonObject> byAppId(Table table, String appId) {
		return first(table, o -> Json.text(o, "appId").equalsIgnoreCase(appId));
	}

	/** @return everything, names sorted, objects by id */
	public JsonElement canonical() {
		JsonObject all = new JsonObject();
		tables.forEach((table, objects) -> all.add(table.label(), Json.array(
				objects.values().stream().sorted(Comparator.comparing(o -> Json.text(o, "id"))).toList())));
		return Json.canonical(all);
	}
}
