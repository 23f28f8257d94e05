package dev.latchkey.install.probe;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What can be seen, in the order in which it was made. */
final class Screen {

	private Screen() {
	}

	static <C extends Control> Stream<C> all(Composite parent, Class<C> type) {
		return Arrays.stream(parent.getChildren()).filter(Control::isVisible)
				.flatMap(child -> Stream.concat(Stream.of(child).filter(type::isInstance).map(type::cast),
						child instanceof Composite composite ? all(composite, type) : Stream.empty()));
	}

	static <C extends Control> Optional<C> find(Composite parent, Class<C> type, Predicate<C> wanted) {
		return all(parent, type).filter(wanted).findFirst();
	}
}
