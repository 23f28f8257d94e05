package dev.latchkey.registration.graph.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.tenant.AdminRights;

/**
 * A service principal that was created. It stays when anything hangs on it that was not taken back before: what it is
 * granted, what others are granted of it, its directory roles and its own credentials.
 */
final class PrincipalTrace implements Trace {

	private final Change change;
	private final Set<String> removed;

	/** @param removed ids of the assignments that were taken back, also those that may still be read */
	PrincipalTrace(Change change, Set<String> removed) {
		this.change = change;
		this.removed = removed;
	}

	@Override
	public Sight look(Reading now) throws Refusal {
		return principal(now).map(id -> Sight.ours(Map.of(Ids.OBJECT_ID, id))).orElse(Sight.GONE);
	}

	private Optional<String> principal(Reading now) throws Refusal {
		String known = change.ids().get(Ids.OBJECT_ID);
		return read(now).map(found -> Reading.text(found, "id")).filter(id -> known == null || known.equals(id)); //$NON-NLS-1$
	}

	private Optional<JsonObject> read(Reading now) throws Refusal {
		return now.one("/servicePrincipals(appId='" + change.ids().get(Ids.APP_ID) //$NON-NLS-1$
				+ "')?$select=id,appId,displayName,keyCredentials,passwordCredentials"); //$NON-NLS-1$
	}

	@Override
	public boolean carriesOthers() {
		return true;
	}

	@Override
	public Optional<Failure> obstacle(Reading now) throws Refusal {
		Optional<String> id = principal(now);
		if (id.isEmpty()) {
			return Optional.empty();
		}
		List<JsonObject> hanging = new ArrayList<>(now.all(Assigned.grants(id.get())));
		hanging.addAll(now.all("/servicePrincipals/" + id.get() + "/appRoleAssignedTo")); //$NON-NLS-1$ //$NON-NLS-2$
		hanging.addAll(roles(now, id.get()));
		boolean used = hanging.stream().anyMatch(assignment -> !removed.contains(Reading.text(assignment, "id"))); //$NON-NLS-1$
		return used || hasCredentials(read(now).orElseThrow())
				? Optional.of(Failure.of(Reason.STILL_USED, change.title()))
				: Optional.empty();
	}

	/** Who may not read directory roles has assigned none in this run. */
	private static List<JsonObject> roles(Reading now, String id) throws Refusal {
		try {
			return now.all(Assigned.roles(id));
		} catch (Refusal e) {
			if (e.status() == 403) {
				return List.of();
			}
			throw e;
		}
	}

	private static boolean hasCredentials(JsonObject principal) {
		return !Reading.array(principal, "keyCredentials").isEmpty() //$NON-NLS-1$
				|| !Reading.array(principal, "passwordCredentials").isEmpty(); //$NON-NLS-1$
	}

	@Override
	public void remove(Reading now) throws Refusal {
		Optional<String> id = principal(now);
		if (id.isPresent()) {
			now.delete("/servicePrincipals/" + id.get()); //$NON-NLS-1$
		}
	}

	@Override
	public String role() {
		return AdminRights.APPLICATION;
	}
}
