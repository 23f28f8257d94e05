package dev.latchkey.registration.graph.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.graph.profile.Located.Items;
import dev.latchkey.registration.graph.profile.Located.Member;
import dev.latchkey.registration.graph.profile.Located.Members;
import dev.latchkey.registration.graph.profile.Located.Text;
import dev.latchkey.registration.graph.profile.PositionReader.Position;

/** An object of which all members are known: takes them out by name and kind. */
final class Shape {

	/** A sentence of a reason is far shorter; tables show it. */
	private static final int MAX_TEXT = 300;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]"); //$NON-NLS-1$

	private final Position position;
	private final Map<String, Member> members;

	/** @param known in the order in which they are told when another one is there */
	Shape(Located value, List<String> known) throws MalformedException {
		if (!(value instanceof Members object)) {
			throw new MalformedException(value.position(), Messages.notObject);
		}
		position = object.position();
		members = object.values();
		for (Map.Entry<String, Member> member : members.entrySet()) {
			if (!known.contains(member.getKey())) {
				throw new MalformedException(member.getValue().name(),
						NLS.bind(Messages.unknownMember, member.getKey(), String.join(", ", known))); //$NON-NLS-1$
			}
		}
	}

	Position position() {
		return position;
	}

	Set<String> names() {
		return members.keySet();
	}

	Optional<Located> find(String name) {
		return Optional.ofNullable(members.get(name)).map(Member::value);
	}

	Located get(String name) throws MalformedException {
		Optional<Located> value = find(name);
		if (value.isEmpty()) {
			throw new MalformedException(position, NLS.bind(Messages.missing, name));
		}
		return value.get();
	}

	String text(String name) throws MalformedException {
		return text(get(name));
	}

	/** A text that fits the pattern. */
	String text(String name, Pattern pattern, String otherwise) throws MalformedException {
		String text = text(name);
		if (!pattern.matcher(text).matches()) {
			throw new MalformedException(get(name).position(), NLS.bind(otherwise, text));
		}
		return text;
	}

	List<Located> items(String name) throws MalformedException {
		return items(get(name));
	}

	static List<Located> items(Located value) throws MalformedException {
		if (!(value instanceof Items items)) {
			throw new MalformedException(value.position(), Messages.notArray);
		}
		return items.values();
	}

	/** One line that says something. */
	static String text(Located value) throws MalformedException {
		if (!(value instanceof Text text)) {
			throw new MalformedException(value.position(), Messages.notText);
		}
		if (text.value().isBlank() || CONTROL.matcher(text.value()).find()) {
			throw new MalformedException(value.position(), Messages.emptyText);
		}
		if (text.value().length() > MAX_TEXT) {
			throw new MalformedException(value.position(), NLS.bind(Messages.longText, MAX_TEXT));
		}
		return text.value().strip();
	}
}
