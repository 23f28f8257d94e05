package dev.latchkey.ui.internal.expiry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.forms.Formats;

/** What there is to tell, in a sentence for each kind. */
final class ExpiryText {

	/** That many are named; of more, the number is told. */
	private static final int NAMED = 3;

	private ExpiryText() {
	}

	static String of(ExpiryNews news) {
		return Stream.of(
				sentence(news.ended(), Messages.ExpiryText_ended, Messages.ExpiryText_endedMany),
				sentence(news.ending(), Messages.ExpiryText_ending, Messages.ExpiryText_endingMany),
				sentence(news.removable(), Messages.ExpiryText_removable, Messages.ExpiryText_removableMany))
				.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	/** @param one for a single connection, of its name and date; {@code many} for more, of their number, names and first date */
	private static String sentence(List<Connection> connections, String one, String many) {
		if (connections.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		String date = Formats.date(connections.get(0).certificateEnds());
		return connections.size() == 1 ? NLS.bind(one, connections.get(0).name(), date)
				: NLS.bind(many, new Object[] { connections.size(), names(connections), date });
	}

	private static String names(List<Connection> connections) {
		String names = connections.stream().limit(NAMED).map(Connection::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return connections.size() > NAMED ? NLS.bind(Messages.ExpiryText_more, names) : names;
	}
}
