package dev.latchkey.registration.graph.undo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;

/** Declared permissions that were added: entries have no id, so that each is known by its API and role. */
final class DeclarationTrace extends ApplicationTrace {

	private static final String RESOURCE = "resourceAppId"; //$NON-NLS-1$
	private static final String ACCESS = "resourceAccess"; //$NON-NLS-1$

	private final Set<String> entries;

	DeclarationTrace(Change change) {
		super(change.ids().get(Ids.APPLICATION_ID), "requiredResourceAccess"); //$NON-NLS-1$
		this.entries = Set.of(change.ids().get(Ids.ENTRIES).toLowerCase(Locale.ROOT).split(" ")); //$NON-NLS-1$
	}

	@Override
	public Sight look(Reading now) throws Refusal {
		JsonArray list = list(now);
		return list.equals(without(list)) ? Sight.GONE : Sight.ours(Map.of());
	}

	/** An API of which nothing is left is left out too. */
	@Override
	JsonArray without(JsonArray list) {
		JsonArray others = new JsonArray();
		for (JsonElement element : list) {
			JsonObject resource = element.getAsJsonObject().deepCopy();
			JsonArray all = Reading.array(resource, ACCESS);
			JsonArray kept = new JsonArray();
			all.forEach(access -> {
				if (!isOurs(resource, access.getAsJsonObject())) {
					kept.add(access);
				}
			});
			resource.add(ACCESS, kept);
			if (!kept.isEmpty() || all.isEmpty()) {
				others.add(resource);
			}
		}
		return others;
	}

	private boolean isOurs(JsonObject resource, JsonObject access) {
		String entry = Reading.text(resource, RESOURCE) + '/' + Reading.text(access, "id"); //$NON-NLS-1$
		return "Role".equals(Reading.text(access, "type")) && entries.contains(entry.toLowerCase(Locale.ROOT)); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
