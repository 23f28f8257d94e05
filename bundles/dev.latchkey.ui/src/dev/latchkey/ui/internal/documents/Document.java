package dev.latchkey.ui.internal.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.forms.Notice;

/** Something to write to a place that the user chooses. */
interface Document {

	String title();

	String description();

	/** What is in it, in a sentence or two. */
	String note();

	/** Endings of files, with their dots; the first one is the usual one. */
	List<String> endings();

	/** Whether it can go into a folder instead of a file. */
	boolean folders();

	/** The file's name without folder and ending. */
	String name();

	/** What there is to say about that place; for background threads. */
	Optional<Notice> check(Path target);

	/** Writes it; for background threads. */
	void write(Path target) throws RegistrationException, ConnectionException;
}
