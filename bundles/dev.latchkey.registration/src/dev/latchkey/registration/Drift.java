package dev.latchkey.registration;

import java.text.DateFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Something that is otherwise in the organization than the profile asks for, or than Latchkey left it.
 *
 * @param kind     what kind of thing
 * @param what     a certificate's name, {@code resource name: permission}, or a directory role's name; empty when something
 *                 can't be read
 * @param whoCould Microsoft's English names of the directory roles that can do that, and the application's owners where they
 *                 can and can be read; empty when nobody has to be looked for
 * @param time     when it was done, where Microsoft tells that
 */
public record Drift(Kind kind, String what, List<String> whoCould, Optional<Instant> time) {

	/** What can be otherwise. */
	public enum Kind {
		/** Our certificate was registered with the application and is not any more. */
		CERTIFICATE_GONE,
		/** A certificate that nobody here knows was registered after ours was. */
		CERTIFICATE_ADDED,
		/** A permission that the profile asks for was granted and is not any more. */
		PERMISSION_GONE,
		/** A directory role that the profile asks for was assigned and is not any more. */
		ROLE_GONE,
		/** A permission that nothing here asks for was granted by somebody else after Latchkey came. */
		PERMISSION_ADDED,
		/** The same, from before Latchkey, or nobody knows since when. */
		PERMISSION_EXTRA,
		/** A permission that Latchkey granted and that no profile asks for any more: a plan offers to take it back. */
		PERMISSION_UNUSED,
		/** The application may not read its certificates, so that nobody can say whether they changed. */
		CERTIFICATES_UNREADABLE,
		/** The application may not read what it was granted; what its tokens lack is known all the same. */
		PERMISSIONS_UNREADABLE,
		/** The application may not read its directory roles; what Exchange Online misses is known all the same. */
		ROLES_UNREADABLE;

		/** Whether somebody changed something, so that somebody should look. */
		public boolean isChange() {
			return ordinal() <= PERMISSION_ADDED.ordinal();
		}
	}

	public Drift {
		Objects.requireNonNull(kind, "kind"); //$NON-NLS-1$
		Objects.requireNonNull(what, "what"); //$NON-NLS-1$
		whoCould = List.copyOf(whoCould);
		Objects.requireNonNull(time, "time"); //$NON-NLS-1$
	}

	/** What is so, since when and who could have done it as far as that is known, in the language of the default locale. */
	public String sentence() {
		List<String> sentences = new ArrayList<>(List.of(text(kind.name(), kind == Kind.ROLE_GONE ? RoleName.local(what) : what)));
		time.map(Date::from).map(DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT)::format)
				.ifPresent(when -> sentences.add(text("time", when))); //$NON-NLS-1$
		if (!whoCould.isEmpty()) {
			sentences.add(text("whoCould", whoCould.stream().map(RoleName::local).collect(Collectors.joining(", ")))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return String.join(" ", sentences); //$NON-NLS-1$
	}

	private static String text(String key, String argument) {
		ResourceBundle texts = ResourceBundle.getBundle(Drift.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString("drift." + key), argument); //$NON-NLS-1$
	}
}
