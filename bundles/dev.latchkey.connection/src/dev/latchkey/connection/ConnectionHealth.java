package dev.latchkey.connection;

import java.time.Instant;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that says how connections stand, from what is known here: time, the thresholds of the preferences, what the profile
 * asks for by now. No network, no keys; callable from any thread, quick enough for a thousand connections at once.
 */
@ProviderType
public interface ConnectionHealth {

	/** Preference node of Latchkey's settings for connections (instance scope, with the platform's default scope). */
	String PREFERENCES = "dev.latchkey.connection"; //$NON-NLS-1$

	/** Preference: days before a certificate's end at which to warn, separated by commas; {@value #DEFAULT_WARNING_DAYS}. */
	String WARNING_DAYS = "warningDays"; //$NON-NLS-1$

	/** When nothing else is set. */
	String DEFAULT_WARNING_DAYS = "60,30,7"; //$NON-NLS-1$

	/** How the connection stands at that time. */
	Health of(Connection connection, Instant now);

	/** As {@link #of} for each, in the same order; what is the same for all is read once. */
	List<Health> of(List<Connection> connections, Instant now);

	/** The thresholds in days, largest first; never empty. What can't be read in the preferences counts as the default. */
	List<Integer> warningDays();
}
