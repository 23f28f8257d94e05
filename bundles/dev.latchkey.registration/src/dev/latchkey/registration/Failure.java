package dev.latchkey.registration;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
	 * have a gap because fewer values are known, there is another for that number of them.
	 */
	public String sentence() {
		Object[] values = Arrays.copyOf(arguments.toArray(), MAX_ARGUMENTS);
		Arrays.setAll(values, i -> values[i] == null ? "" : values[i]); //$NON-NLS-1$
		ResourceBundle texts = ResourceBundle.getBundle(Failure.class.getPackageName() + ".texts"); //$NON-NLS-1$
		String key = "reason." + reason.name(); //$NON-NLS-1$
		String shorter = key + '.' + arguments.size();
		return MessageFormat.format(texts.getString(texts.containsKey(shorter) ? shorter : key), values);
	}
}
