package dev.latchkey.connection.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;

/** Judges connections by the clock, the preferences and the catalogs of this console. */
@Component
public final class LocalConnectionHealth implements ConnectionHealth {

	private final Supplier<String> warningDays;
	private final CloudCatalog clouds;
	private final ProfileCatalog profiles;

	@Activate
	public LocalConnectionHealth(@Reference IPreferencesService preferences, @Reference CloudCatalog clouds,
			@Reference ProfileCatalog profiles) {
		this(() -> preferences.getString(PREFERENCES, WARNING_DAYS, DEFAULT_WARNING_DAYS, null), clouds, profiles);
	}

	LocalConnectionHealth(Supplier<String> warningDays, CloudCatalog clouds, ProfileCatalog profiles) {
		this.warningDays = warningDays;
		this.clouds = clouds;
		this.profiles = profiles;
	}

	@Override
	public Health of(Connection connection, Instant now) {
		return of(List.of(connection), now).get(0);
	}

	@Override
	public List<Health> of(List<Connection> connections, Instant now) {
		NeedsToday needs = new NeedsToday(clouds.clouds(), profiles);
		Duration soon = Duration.ofDays(warningDays().get(0));
		return connections.stream().map(connection -> of(connection, now, soon, needs)).toList();
	}

	@Override
	public List<Integer> warningDays() {
		return WarningDays.parse(warningDays.get()).or(() -> WarningDays.parse(DEFAULT_WARNING_DAYS)).orElseThrow();
	}

	private static Health of(Connection connection, Instant now, Duration soon, NeedsToday needs) {
		Duration left = Duration.between(now, connection.certificateEnds());
		List<String> missing = needs.missing(connection);
		return new Health(standing(connection.state(), left, soon, missing), left, missing,
				connection.proof().failure());
	}

	private static Standing standing(State state, Duration left, Duration soon, List<String> missing) {
		if (left.isNegative()) {
			return Standing.EXPIRED;
		}
		if (state == State.NOT_VERIFIED) {
			return Standing.NOT_VERIFIED;
		}
		if (state == State.NEEDS_PERMISSION || !missing.isEmpty()) {
			return Standing.NEEDS_PERMISSION;
		}
		if (state == State.UNREACHABLE) {
			return Standing.UNREACHABLE;
		}
		return left.compareTo(soon) <= 0 ? Standing.EXPIRES_SOON : Standing.CONNECTED;
	}
}
