package dev.latchkey.registration.graph.errors;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page of errors says of its own in one language. Everything else in it is what people read when it happens.
 *
 * @param columns of each table
 * @param waited what is said of a code that is no error
 * @param values the names of what is known when it happens, by their English ones
 */
record ErrorPageWords(Locale language, String head, List<String> columns, String waited, Map<Side, String> titles,
		Map<String, String> values) {

	static final ErrorPageWords ENGLISH = new ErrorPageWords(Locale.ENGLISH, """
			# What Microsoft's codes mean

			Made from `ErrorCatalogue` by `ErrorPageTest`, which fails when this page differs from it and writes it anew when the system
			property `latchkey.docs` is `write`. A refusal is known by its code: the `AADSTS` number first, then the OAuth error or the service's
			own code, then the HTTP status, and never by the words around it. What stands in ‹› is known when it happens.

			A code that is not here is told as it is, with the correlation id, the time, and Microsoft's page
			`https://login.microsoftonline.com/error?code=` about `AADSTS` numbers: reason `UNKNOWN`.
			""", List.of("code", "reason", "what is said", "next step"), "nothing: it is waited for", Map.of( //
			Side.TENANT_SEARCH, "Microsoft Entra ID, before anybody signs in",
			Side.ADMINISTRATOR, "Microsoft Entra ID, when an administrator signs in",
			Side.APPLICATION, "Microsoft Entra ID, when the application signs in with its certificate",
			Side.GRAPH, "Microsoft Graph, to the administrator", //
			Side.MAILBOXES, "Microsoft Graph, to the application about a mailbox",
			Side.WEB_SERVICES, "Exchange Web Services", //
			Side.EXCHANGE_ADMINISTRATION, "Exchange Online's administration", //
			Side.SHAREPOINT, "SharePoint Online"), Map.of());

	static final ErrorPageWords GERMAN = new ErrorPageWords(Locale.GERMAN, """
			# Was die Codes von Microsoft bedeuten

			Aus `ErrorCatalogue` erstellt von `ErrorPageTest`, das fehlschlägt, wenn diese Seite davon abweicht, und sie neu schreibt, wenn die
			Systemeigenschaft `latchkey.docs` gleich `write` ist. Eine Ablehnung wird an ihrem Code erkannt: zuerst an der Nummer mit `AADSTS`, dann
			am OAuth-Fehler oder dem eigenen Code des Dienstes, dann am HTTP-Status, und niemals am Wortlaut. Was in ‹› steht, ist dann bekannt.

			Ein Code, der hier nicht steht, wird genannt, wie er ist, mit der Korrelations-ID, der Zeit und bei Nummern mit `AADSTS` der Seite von
			Microsoft dazu, `https://login.microsoftonline.com/error?code=`: Grund `UNKNOWN`.
			""", List.of("Code", "Grund", "was gesagt wird", "nächster Schritt"), "nichts: Es wird darauf gewartet", Map.of( //
			Side.TENANT_SEARCH, "Microsoft Entra ID, bevor sich jemand anmeldet",
			Side.ADMINISTRATOR, "Microsoft Entra ID, wenn sich ein Administrator anmeldet",
			Side.APPLICATION, "Microsoft Entra ID, wenn sich die Anwendung mit ihrem Zertifikat anmeldet",
			Side.GRAPH, "Microsoft Graph, an den Administrator", //
			Side.MAILBOXES, "Microsoft Graph, an die Anwendung zu einem Postfach",
			Side.WEB_SERVICES, "Exchange-Webdienste", //
			Side.EXCHANGE_ADMINISTRATION, "Verwaltung von Exchange Online", //
			Side.SHAREPOINT, "SharePoint Online"),
			Map.ofEntries(Map.entry("application", "Anwendung"), Map.entry("sign-in application", "Anmeldeanwendung"),
					Map.entry("thumbprint", "Fingerabdruck"), Map.entry("service", "Dienst"), Map.entry("code", "Code"),
					Map.entry("domain", "Domäne"), Map.entry("region", "Region"), Map.entry("permissions", "Berechtigungen"),
					Map.entry("number", "Anzahl"), Map.entry("role", "Rolle"), Map.entry("account", "Konto")));

	/** The name of a value in this language. */
	String of(String value) {
		return language == Locale.ENGLISH ? value : values.get(value);
	}
}
