package dev.latchkey.ui.internal.documents;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ExpiryCalendar;
import dev.latchkey.ui.internal.forms.Notice;

/** The ends of all connections' certificates, for calendars. */
final class CalendarDocument implements Document {

	private final ConnectionService connections;
	private final ConnectionHealth health;

	CalendarDocument(ConnectionService connections, ConnectionHealth health) {
		this.connections = connections;
		this.health = health;
	}

	@Override
	public String title() {
		return Messages.CalendarDocument_title;
	}

	@Override
	public String description() {
		return Messages.CalendarDocument_description;
	}

	@Override
	public String note() {
		return Messages.CalendarDocument_note;
	}

	@Override
	public List<String> endings() {
		return List.of(ExpiryCalendar.FILE_ENDING);
	}

	@Override
	public boolean folders() {
		return false;
	}

	@Override
	public String name() {
		return Messages.CalendarDocument_name;
	}

	@Override
	public Optional<Notice> check(Path target) {
		if (!target.toString().toLowerCase(Locale.ROOT).endsWith(ExpiryCalendar.FILE_ENDING)) {
			return Notice.error(Messages.CalendarDocument_ending);
		}
		return isEmpty() ? Notice.error(Messages.CalendarDocument_empty) : Optional.empty();
	}

	/** Whether there is nothing to write; what can't be read is told when it is written. */
	private boolean isEmpty() {
		try {
			return connections.list().isEmpty();
		} catch (ConnectionException e) {
			return false;
		}
	}

	@Override
	public void write(Path target) throws ConnectionException {
		String calendar = ExpiryCalendar.of(connections.list(), health.warningDays(), Instant.now(), Locale.getDefault());
		try {
			replace(target, calendar);
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_WRITABLE, target.toString(), e);
		}
	}

	/** Calendars that watch the file never see half of it. */
	private static void replace(Path target, String calendar) throws IOException {
		Path folder = Optional.ofNullable(target.getParent()).orElse(target);
		Path temporary = Files.createTempFile(folder, "calendar", ".tmp"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			Files.writeString(temporary, calendar);
			move(temporary, target);
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(Path temporary, Path target) throws IOException {
		try {
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
