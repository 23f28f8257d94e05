package dev.latchkey.registration;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Why something failed, for the user and for support. Holds no secret.
 *
 * @param reason        what to decide by
 * @param arguments     values for the sentence, see {@link Reason}
 * @param code          Microsoft's code, such as {@code AADSTS700027} or {@code Authorization_RequestDenied}; may be empty
 * @param correlationId what Microsoft's support asks for; may be empty
 * @param time          when it happened
 */
public record Failure(Reason reason, List<String> arguments, String code, String correlationId, Instant time) {

	private static final int MAX_ARGUMENTS = 4;
	private static final List<String> ONE = List.of("1"); //$NON-NLS-1$

	public Failure {
		Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		arguments = List.copyOf(arguments);
		Objects.requireNonNull(code, "code"); //$NON-NLS-1$
		Objects.requireNonNull(correlationId, "correlationId"); //$NON-NLS-1$
		Objects.requireNonNull(time, "time"); //$NON-NLS-1$
	}

	/** A failure that Microsoft has no code for. */
	public static Failure of(Reason reason, String... arguments) {
		return new Failure(reason, List.of(arguments), "", "", Instant.now()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/**
	 * What happened and what to do next, in the language of {@link java.util.Locale#getDefault()}. Where the sentence would
	 * have a gap because fewer values are known, there is another for that number of them; and where it would count one with a
	 * plural, another for the single value {@code 1}.
	 */
	public String sentence() {
		Object[] values = Arrays.copyOf(arguments.toArray(), MAX_ARGUMENTS);
		Arrays.setAll(values, i -> values[i] == null ? "" : values[i]); //$NON-NLS-1$
		if (reason == Reason.ROLE_REQUIRED || reason == Reason.DIRECTORY_ROLE_MISSING) {
			values[0] = RoleName.local((String) values[0]);
		}
		ResourceBundle texts = ResourceBundle.getBundle(Failure.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString(key(texts)), values);
	}

	private String key(ResourceBundle texts) {
		String key = "reason." + reason.name(); //$NON-NLS-1$
		boolean single = arguments.equals(ONE) && texts.containsKey(key + ".one"); //$NON-NLS-1$
		String other = key + '.' + (single ? "one" : arguments.size()); //$NON-NLS-1$
		return texts.containsKey(other) ? other : key;
	}

	/**
	 * What support asks for, one localized line each: Microsoft's code, the correlation id, when it was (UTC, ISO 8601), and
	 * Microsoft's own page about the code. Empty when it was nothing that Microsoft said.
	 */
	public List<String> details() {
		List<String> details = new ArrayList<>();
		if (!code.isEmpty()) {
			details.add(detail("code", code)); //$NON-NLS-1$
		}
		if (!correlationId.isEmpty()) {
			details.add(detail("correlationId", correlationId)); //$NON-NLS-1$
		}
		if (!details.isEmpty()) {
			details.add(detail("time", time.truncatedTo(ChronoUnit.SECONDS).toString())); //$NON-NLS-1$
		}
		page().ifPresent(page -> details.add(detail("page", page.toString()))); //$NON-NLS-1$
		return details;
	}

	/** Microsoft's page about an {@code AADSTS} code; one for all clouds. */
	private Optional<URI> page() {
		return code.matches("AADSTS\\d+") //$NON-NLS-1$
				? Optional.of(URI.create("https://login.microsoftonline.com/error?code=" + code.replace("AADSTS", ""))) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				: Optional.empty();
	}

	private static String detail(String kind, String value) {
		ResourceBundle texts = ResourceBundle.getBundle(Failure.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString("detail." + kind), value); //$NON-NLS-1$
	}
}
