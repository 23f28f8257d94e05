package dev.latchkey.registration.graph.undo;

import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.AdminRights;

/** A change of one of the application's lists, which Graph replaces as a whole: all that is not ours is sent back. */
abstract class ApplicationTrace implements Trace {

	/** So often the list is read until two readings tell the same. */
	private static final int READINGS = 8;

	private final String path;
	private final String property;

	ApplicationTrace(String applicationObjectId, String property) {
		this.path = "/applications/" + applicationObjectId; //$NON-NLS-1$
		this.property = property;
	}

	/** The list as it is; empty when the application is gone. */
	final JsonArray list(Reading now) throws Refusal {
		return application(now).map(application -> Reading.array(application, property)).orElse(new JsonArray());
	}

	final Optional<JsonObject> application(Reading now) throws Refusal {
		return now.one(path + "?$select=id,displayName,keyCredentials,requiredResourceAccess"); //$NON-NLS-1$
	}

	/** The same list without what is ours. */
	abstract JsonArray without(JsonArray list);

	@Override
	public boolean carriesOthers() {
		return false;
	}

	@Override
	public Optional<Failure> obstacle(Reading now) {
		return Optional.empty();
	}

	/** Replicas that lag behind answer without what others have just added, and must not be believed. */
	@Override
	public final void remove(Reading now) throws Refusal {
		JsonArray before = list(now.anew());
		for (int reading = 1; reading < READINGS; reading++) {
			JsonArray again = list(now.anew());
			if (again.equals(before)) {
				now.patch(path, property, without(again));
				return;
			}
			before = again;
		}
		throw new Refusal(Failure.of(Reason.CHANGED_BY_OTHERS,
				application(now).map(application -> Reading.text(application, "displayName")).orElse("")), 0, //$NON-NLS-1$ //$NON-NLS-2$
				Optional.empty(), null);
	}

	@Override
	public final String role() {
		return AdminRights.APPLICATION;
	}

	static Optional<JsonObject> first(JsonArray list, String name, String value) {
		for (JsonElement element : list) {
			if (value.equalsIgnoreCase(Reading.text(element.getAsJsonObject(), name))) {
				return Optional.of(element.getAsJsonObject());
			}
		}
		return Optional.empty();
	}
}
