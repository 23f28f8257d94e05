package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a console's command line is meant for us. */
final class Arguments {

	/** Set by who puts a colon before each argument of ours, so that the platform takes none for its own, such as {@code -data}. */
	static final String MARKED = "dev.latchkey.cli.marked"; //$NON-NLS-1$

	private static final String MARK = ":"; //$NON-NLS-1$
	/** Options of the platform, each with a value, that it hands on although it used them. */
	private static final Set<String> OF_THE_PLATFORM = Set.of("-eclipse.keyring", "-eclipse.password", "-plugincustomization"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private Arguments() {
	}

	static String[] of(String[] all, boolean marked) {
		return marked ? Arrays.stream(all).filter(each -> each.startsWith(MARK)).map(each -> each.substring(MARK.length()))
				.toArray(String[]::new) : withoutThePlatforms(all);
	}

	private static String[] withoutThePlatforms(String[] all) {
		List<String> ours = new ArrayList<>();
		for (int i = 0; i < all.length; i++) {
			if (OF_THE_PLATFORM.contains(all[i].toLowerCase(Locale.ROOT))) {
				i++;
			} else {
				ours.add(all[i]);
			}
		}
		return ours.toArray(String[]::new);
	}
}
