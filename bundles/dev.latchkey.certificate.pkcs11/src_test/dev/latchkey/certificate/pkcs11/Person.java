package dev.latchkey.certificate.pkcs11;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.PinPrompt;

/** Answers each question with the next of its PINs and refuses when there are no more. */
final class Person implements PinPrompt {

	final List<Request> asked = Collections.synchronizedList(new ArrayList<>());
	final List<char[]> given = Collections.synchronizedList(new ArrayList<>());
	private final Deque<String> pins;

	Person(String... pins) {
		this.pins = new ArrayDeque<>(List.of(pins));
	}

	@Override
	public synchronized Optional<char[]> ask(Request request, Cancellation cancellation) {
		asked.add(request);
		Optional<char[]> answer = Optional.ofNullable(pins.poll()).map(String::toCharArray);
		answer.ifPresent(given::add);
		return answer;
	}
}
