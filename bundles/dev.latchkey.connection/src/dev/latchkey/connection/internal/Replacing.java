package dev.latchkey.connection.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;

/** Which connections give way to those that arrive: each to one, of the same organization through the same application. */
final class Replacing {

	private final List<Connection> left;
	private final Collection<Connection> arriving;

	Replacing(Collection<Connection> here, Collection<Connection> arriving) {
		this.left = new ArrayList<>(here);
		this.arriving = arriving;
	}

	/** The one that gives way: that with the same id, or else one that no other arriving one has the id of. */
	Optional<Connection> take(Connection connection) {
		Optional<Connection> old = left.stream().filter(connection::sameApplication)
				.filter(each -> each.id().equals(connection.id()) || !comesItself(each))
				.min(Comparator.comparing(each -> !each.id().equals(connection.id())));
		old.ifPresent(left::remove);
		return old;
	}

	private boolean comesItself(Connection here) {
		return arriving.stream().anyMatch(each -> each.id().equals(here.id()) && each.sameApplication(here));
	}
}
