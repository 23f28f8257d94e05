package dev.latchkey.tenant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulated tenant starts. Immutable: each method answers a changed copy.
 *
 * @param port
 *            first of four consecutive ports, 0 for free ones
 * @param scenario
 *            scenario file; absent for the default scenario alone
 * @param record
 *            HAR file, written when the tenant stops
 * @param latency
 *            time that every answer takes at least
 * @param autoSignIn
 *            whether device codes and browser sign-ins are answered at once as the scenario's administrator
 * @param folder
 *            where the CA and the cloud file go; absent for a temporary folder that is removed at the end
 * @param changes
 *            changes to the scenario, written as a scenario file is
 */
public record TenantOptions(int port, Optional<Path> scenario, Optional<Path> record, Duration latency,
		boolean autoSignIn, Optional<Path> folder, Optional<String> changes) {

	/** @return free ports, default scenario, no recording, no latency, a person signs in */
	public static TenantOptions defaults() {
		return new TenantOptions(0, Optional.empty(), Optional.empty(), Duration.ZERO, false, Optional.empty(),
				Optional.empty());
	}

	/**
	 * @param value
	 *            first of four consecutive ports, 0 for free ones
	 * @return changed copy
	 */
	public TenantOptions withPort(int value) {
		return new TenantOptions(value, scenario, record, latency, autoSignIn, folder, changes);
	}

	/**
	 * @param file
	 *            scenario file, as {@code docs/tenant.md} describes
	 * @return changed copy
	 */
	public TenantOptions withScenario(Path file) {
		return new TenantOptions(port, Optional.of(file), record, latency, autoSignIn, folder, changes);
	}

	/**
	 * @param file
	 *            HAR file to write at the end
	 * @return changed copy
	 */
	public TenantOptions withRecord(Path file) {
		return new TenantOptions(port, scenario, Optional.of(file), latency, autoSignIn, folder, changes);
	}

	/**
	 * @param value
	 *            time that every answer takes at least
	 * @return changed copy
	 */
	public TenantOptions withLatency(Duration value) {
		return new TenantOptions(port, scenario, record, value, autoSignIn, folder, changes);
	}

	/** @return changed copy that signs in at once as the scenario's administrator */
	public TenantOptions withAutoSignIn() {
		return new TenantOptions(port, scenario, record, latency, true, folder, changes);
	}

	/**
	 * @param value
	 *            existing folder for the CA and the cloud file
	 * @return changed copy
	 */
	public TenantOptions withFolder(Path value) {
		return new TenantOptions(port, scenario, record, latency, autoSignIn, Optional.of(value), changes);
	}

	/**
	 * @param json
	 *            changes to the scenario as JSON text, for example {@code {"deviceCode": {"interval": 1}}}
	 * @return changed copy
	 */
	public TenantOptions withChanges(String json) {
		return new TenantOptions(port, scenario, record, latency, autoSignIn, folder, Optional.of(json));
	}
}
