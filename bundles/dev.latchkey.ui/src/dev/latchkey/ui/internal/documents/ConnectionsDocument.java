package dev.latchkey.ui.internal.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.ui.internal.forms.Notice;

/** Connections without their keys, for another computer. */
final class ConnectionsDocument implements Document {

	private static final String ENDING = ".json"; //$NON-NLS-1$

	private final ConnectionTransfer transfer;
	private final List<Connection> connections;

	ConnectionsDocument(ConnectionTransfer transfer, List<Connection> connections) {
		this.transfer = transfer;
		this.connections = connections;
	}

	@Override
	public String title() {
		return Messages.ConnectionsDocument_title;
	}

	@Override
	public String description() {
		return Messages.ConnectionsDocument_description;
	}

	@Override
	public String note() {
		return connections.size() == 1 ? NLS.bind(Messages.ConnectionsDocument_noteOne, connections.get(0).name())
				: NLS.bind(Messages.ConnectionsDocument_note, connections.size());
	}

	@Override
	public List<String> endings() {
		return List.of(ENDING);
	}

	@Override
	public boolean folders() {
		return false;
	}

	@Override
	public String name() {
		return Messages.ConnectionsDocument_name;
	}

	@Override
	public Optional<Notice> check(Path target) {
		return target.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) ? Optional.empty()
				: Notice.error(Messages.ConnectionsDocument_ending);
	}

	@Override
	public void write(Path target) throws ConnectionException {
		transfer.write(connections.stream().map(Connection::id).toList(), target);
	}
}
