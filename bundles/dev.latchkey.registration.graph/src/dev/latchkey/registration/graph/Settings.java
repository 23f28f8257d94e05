package dev.latchkey.registration.graph;

import java.time.Duration;

import org.eclipse.core.runtime.preferences.IPreferencesService;

import dev.latchkey.registration.CloudCatalog;

/** The preferences of {@value CloudCatalog#PREFERENCES}, read anew whenever they matter. */
final class Settings {

	/** Microsoft Graph Command Line Tools: a public client of Microsoft's own that every tenant knows. */
	private static final String MICROSOFT_GRAPH_COMMAND_LINE_TOOLS = "14d82eec-204b-4c2f-b7e8-296a70dab67e"; //$NON-NLS-1$

	private static final int DEFAULT_ANSWER_SECONDS = 30;
	private static final int DEFAULT_PROPAGATION_SECONDS = 300;

	private final IPreferencesService preferences;

	Settings(IPreferencesService preferences) {
		this.preferences = preferences;
	}

	String signInClient() {
		String client = preferences.getString(CloudCatalog.PREFERENCES, CloudCatalog.SIGN_IN_CLIENT, "", null).strip(); //$NON-NLS-1$
		return client.isEmpty() ? MICROSOFT_GRAPH_COMMAND_LINE_TOOLS : client;
	}

	/** Paths, one a line; empty when there are none. */
	String cloudFiles() {
		return preferences.getString(CloudCatalog.PREFERENCES, CloudCatalog.CLOUD_FILES, "", null); //$NON-NLS-1$
	}

	/** Paths, one a line; empty when there are none. */
	String trustedFiles() {
		return preferences.getString(CloudCatalog.PREFERENCES, CloudCatalog.TRUSTED_FILES, "", null); //$NON-NLS-1$
	}

	Duration answer() {
		return seconds(CloudCatalog.ANSWER_SECONDS, DEFAULT_ANSWER_SECONDS);
	}

	Duration propagation() {
		return seconds(CloudCatalog.PROPAGATION_SECONDS, DEFAULT_PROPAGATION_SECONDS);
	}

	private Duration seconds(String key, int normal) {
		int seconds = preferences.getInt(CloudCatalog.PREFERENCES, key, normal, null);
		return Duration.ofSeconds(seconds > 0 ? seconds : normal);
	}
}
