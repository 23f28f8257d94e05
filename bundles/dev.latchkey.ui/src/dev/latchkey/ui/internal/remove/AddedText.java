package dev.latchkey.ui.internal.remove;

import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.connection.ConnectionRemoval.Leftover;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.ui.internal.forms.Formats;

/** What Latchkey added to an organization, item by item, to be read before it is taken back. */
final class AddedText {

	private AddedText() {
	}

	static String of(Added added) {
		return added.leftovers().isEmpty() ? Messages.AddedText_nothing
				: added.leftovers().stream().map(AddedText::run).collect(Collectors.joining("\n\n")); //$NON-NLS-1$
	}

	private static String run(Leftover leftover) {
		String started = Formats.time(leftover.run().started());
		String head = leftover.usedBy().isEmpty() ? NLS.bind(Messages.AddedText_goes, started)
				: NLS.bind(Messages.AddedText_stays, started,
						leftover.usedBy().stream().map(Connection::name).collect(Collectors.joining(", "))); //$NON-NLS-1$
		return head + leftover.changes().stream().map(AddedText::change).collect(Collectors.joining());
	}

	private static String change(Change change) {
		return '\n' + NLS.bind(Messages.AddedText_item, change.title());
	}
}
