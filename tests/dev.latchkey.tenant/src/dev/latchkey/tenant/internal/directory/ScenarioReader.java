package dev.latchkey.tenant.internal.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.Scenario;
import dev.latchkey.tenant.internal.Json;

/** Makes a world of a scenario: the default one, changed by what a file says. */
public final class ScenarioReader {

	private final Clock clock;
	private final Catalogue catalogue;

	public ScenarioReader(Clock clock, Catalogue catalogue) {
		this.clock = clock;
		this.catalogue = catalogue;
	}

	/**
	 * @param file
	 *            changes to the default scenario; absent for none
	 * @param changes
	 *            more changes as JSON text; absent for none
	 * @return the world as it begins
	 * @throws IOException
	 *             if the file can't be read or is no scenario
	 */
	public World read(Optional<Path> file, Optional<String> changes) throws IOException {
		JsonObject json = Json.resource(ScenarioReader.class, "contoso.json");
		if (file.isPresent()) {
			json = merge(json, Files.readString(file.get()));
		}
		if (changes.isPresent()) {
			json = merge(json, changes.get());
		}
		try {
			return world(json);
		} catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException
				| ClassCastException | NullPointerException e) {
			throw new IOException("Not a scenario: " + e.getMessage(), e);
		}
	}

	private static JsonObject merge(JsonObject json, String changes) throws IOException {
		return Json.merge(json,
				Json.parse(changes).orElseThrow(() -> new IOException("Not a scenario: it is no JSON object")));
	}

	private World world(JsonObject json) throws GeneralSecurityException {
		String homeName = Json.text(json, "home");
		JsonObject tenants = Json.child(json, "tenants");
		TenantReader reader = new TenantReader(clock, catalogue);
		List<Tenant> all = new ArrayList<>();
		all.add(reader.read(Json.child(tenants, homeName)));
		for (String name : tenants.keySet()) {
			if (!name.equals(homeName)) {
				all.add(reader.read(tenants.getAsJsonObject(name)));
			}
		}
		List<Elsewhere> elsewhere = elsewhere(Json.child(json, "elsewhere"));
		World.Settings settings = settings(json);
		all.forEach(t -> t.directory().delays(Duration.ofMillis(settings.graphDelay()),
				Duration.ofMillis(settings.tokenDelay())));
		return new World(values(json, all, elsewhere), List.copyOf(all), elsewhere, clients(json), settings,
				json.has("faults") ? json.getAsJsonArray("faults") : new JsonArray());
	}

	private static World.Settings settings(JsonObject json) {
		JsonObject device = Json.child(json, "deviceCode");
		JsonObject replication = Json.child(json, "replication");
		return new World.Settings(device.get("interval").getAsInt(), device.get("expiresIn").getAsInt(),
				Json.text(json, "foreignAccounts").equals("issue"), replication.get("graph").getAsLong(),
				replication.get("tokens").getAsLong(), json.get("pageSize").getAsInt(),
				json.get("roleClaims").getAsBoolean(),
				json.getAsJsonArray("consented").asList().stream().map(JsonElement::getAsString).toList(),
				Optional.of(Json.child(json, "demands")).filter(claims -> claims.size() > 0));
	}

	private static Map<String, String> clients(JsonObject json) {
		Map<String, String> clients = new LinkedHashMap<>();
		Json.child(json, "clients").entrySet().forEach(e -> clients.put(e.getKey(), e.getValue().getAsString()));
		return Map.copyOf(clients);
	}

	private static List<Elsewhere> elsewhere(JsonObject json) {
		return json.keySet().stream().map(domain -> {
			JsonObject t = json.getAsJsonObject(domain);
			return new Elsewhere(domain, Json.text(t, "id"), Json.text(t, "answer").equals("redirect"),
					Json.text(t, "region"), Json.text(t, "subRegion"), Json.text(t, "cloud"));
		}).toList();
	}

	private static Scenario values(JsonObject json, List<Tenant> tenants, List<Elsewhere> elsewhere) {
		Tenant home = tenants.get(0);
		String applicationId = home.applicationIds().get(Json.text(json, "application"));
		JsonObject application = home.directory().latest().byAppId(Table.APPLICATIONS, applicationId).orElseThrow();
		Account admin = home.account(Json.text(json, "admin")).orElseThrow();
		Stream<String> otherDomains = tenants.stream().skip(1).flatMap(t -> t.domains().stream());
		return new Scenario(home.id(), home.displayName(), home.domains().get(0), home.initialDomain(), applicationId,
				Json.text(application, "id"), Json.text(json, "unknownApplication"), home.applicationIds(), admin,
				tenants.stream().flatMap(t -> t.accounts().stream()).toList(), otherDomains.toList(),
				elsewhere.stream().map(Elsewhere::domain).toList());
	}
}
