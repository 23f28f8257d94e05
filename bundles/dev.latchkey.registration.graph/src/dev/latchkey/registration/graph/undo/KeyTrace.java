package dev.latchkey.registration.graph.undo;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.journal.Ids;

/**
 * A key credential that was added: ours is the one with our key id and our certificate. Where the application's own request chose
 * no key id, and its answer was lost, the certificate alone tells.
 */
final class KeyTrace extends ApplicationTrace {

	static final String PROPERTY = "keyCredentials"; //$NON-NLS-1$
	static final String KEY_ID = "keyId"; //$NON-NLS-1$
	private static final String KEY = "key"; //$NON-NLS-1$

	private final Change change;
	private final Optional<String> keyId;

	KeyTrace(Change change) {
		super(change.ids().get(Ids.APPLICATION_ID), PROPERTY);
		this.change = change;
		this.keyId = Optional.ofNullable(change.ids().get(Ids.KEY_ID));
	}

	@Override
	public Sight look(Reading now) throws Refusal {
		for (JsonElement element : list(now)) {
			JsonObject key = element.getAsJsonObject();
			if (isNamed(key)) {
				return isOurs(key) ? Sight.ours(Map.of(Ids.KEY_ID, Reading.text(key, KEY_ID)))
						: Sight.foreign(Failure.of(Reason.NOT_PROVABLY_OURS, change.title()));
			}
		}
		return Sight.GONE;
	}

	private boolean isNamed(JsonObject key) {
		return keyId.map(Reading.text(key, KEY_ID)::equalsIgnoreCase).orElseGet(() -> isOurs(key));
	}

	private boolean isOurs(JsonObject key) {
		try {
			return Thumbprint.sha256(Base64.getDecoder().decode(Reading.text(key, KEY)))
					.equals(change.ids().get(Ids.CERTIFICATE));
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** As Graph wants entries that stay: all as it was, the key itself left out. */
	@Override
	JsonArray without(JsonArray list) {
		JsonArray others = new JsonArray();
		boolean left = false;
		for (JsonElement element : list) {
			if (!left && isNamed(element.getAsJsonObject())) {
				left = true;
			} else {
				JsonObject same = element.getAsJsonObject().deepCopy();
				same.add(KEY, JsonNull.INSTANCE);
				others.add(same);
			}
		}
		if (others.size() < list.size() - 1) {
			throw new IllegalStateException("A list that would lose other certificates"); //$NON-NLS-1$
		}
		return others;
	}
}
