package dev.latchkey.registration.graph.errors;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;

/** docs/errors.md and its translations, as the catalogue has it. */
final class ErrorPage {

	private static final Map<Reason, List<String>> ARGUMENTS = new EnumMap<>(Reason.class);

	static {
		List<Reason> application = List.of(Reason.APPLICATION_DISABLED, Reason.APPLICATION_PUBLIC, Reason.APPLICATION_BLOCKED,
				Reason.EWS_DISABLED);
		application.forEach(reason -> ARGUMENTS.put(reason, List.of("application")));
		List<Reason> client = List.of(Reason.SIGN_IN_CLIENT_REFUSED, Reason.SIGN_IN_CLIENT_NOT_PUBLIC,
				Reason.ASSIGNMENT_REQUIRED);
		client.forEach(reason -> ARGUMENTS.put(reason, List.of("sign-in application")));
		List<Reason> certificate = List.of(Reason.CERTIFICATE_NOT_REGISTERED, Reason.CERTIFICATE_EXPIRED,
				Reason.CERTIFICATE_WEAK, Reason.CERTIFICATE_REFUSED);
		certificate.forEach(reason -> ARGUMENTS.put(reason, List.of("thumbprint")));
		List<Reason> service = List.of(Reason.RESOURCE_MISSING, Reason.RESOURCE_DISABLED, Reason.SERVICE_REFUSED);
		service.forEach(reason -> ARGUMENTS.put(reason, List.of("service")));
		List<Reason> code = List.of(Reason.INTERNAL, Reason.REQUEST_REFUSED);
		code.forEach(reason -> ARGUMENTS.put(reason, List.of("code")));
		ARGUMENTS.put(Reason.TENANT_NOT_FOUND, List.of("domain", "region"));
		ARGUMENTS.put(Reason.WRONG_CLOUD, List.of("domain", "region"));
		ARGUMENTS.put(Reason.WRONG_TENANT, List.of("domain"));
		ARGUMENTS.put(Reason.APPLICATION_NOT_FOUND, List.of("application", "domain"));
		ARGUMENTS.put(Reason.SERVICE_PRINCIPAL_MISSING, List.of("application", "domain"));
		ARGUMENTS.put(Reason.PERMISSIONS_MISSING, List.of("permissions"));
		ARGUMENTS.put(Reason.CLOCK_SKEW, List.of("number"));
		ARGUMENTS.put(Reason.THROTTLED, List.of("number"));
		ARGUMENTS.put(Reason.ROLE_REQUIRED, List.of("role"));
		ARGUMENTS.put(Reason.MAILBOX_MISSING, List.of("account"));
		ARGUMENTS.put(Reason.MAILBOX_RESTRICTED, List.of("account", "application"));
		ARGUMENTS.put(Reason.DIRECTORY_ROLE_MISSING, List.of("role", "application"));
	}

	private final ErrorPageWords words;

	ErrorPage(ErrorPageWords words) {
		this.words = words;
	}

	String text() {
		StringBuilder page = new StringBuilder(words.head());
		for (Side side : Side.values()) {
			page.append("\n## ").append(words.titles().get(side)).append("\n\n");
			page.append("| ").append(String.join(" | ", words.columns())).append(" |\n|---|---|---|---|\n");
			ErrorCatalogue.all().stream().filter(error -> error.side() == side).map(this::row).forEach(page::append);
		}
		return page.toString();
	}

	private String row(KnownError error) {
		if (error.reason().isEmpty()) {
			return "| `" + error.code() + "` | | " + words.waited() + " | |\n";
		}
		Reason reason = error.reason().get();
		String sentence = sentence(reason);
		int end = sentence.indexOf(". ") + 1;
		return "| `" + error.code() + "` | `" + reason + "` | " + sentence.substring(0, end) + " | "
				+ sentence.substring(end + 1) + " |\n";
	}

	/** In the page's language, whatever the computer speaks. */
	private String sentence(Reason reason) {
		Locale before = Locale.getDefault();
		Locale.setDefault(words.language());
		try {
			List<String> arguments = ARGUMENTS.getOrDefault(reason, List.of());
			return Failure.of(reason, arguments.stream().map(name -> "‹" + words.of(name) + "›").toArray(String[]::new)).sentence();
		} finally {
			Locale.setDefault(before);
		}
	}
}
