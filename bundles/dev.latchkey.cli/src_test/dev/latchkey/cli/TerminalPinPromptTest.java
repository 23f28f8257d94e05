package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.PinPrompt.Request;
import dev.latchkey.certificate.PinPrompt.Tries;

class TerminalPinPromptTest {

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final List<String> asked = new ArrayList<>();

	@Test
	void asksForThePinOfTheToken() {
		assertArrayEquals("1234".toCharArray(), ask("1234", new Request("Card\u001b[2J", false, Tries.UNKNOWN)).orElseThrow());
		assertEquals(List.of("PIN of Card\ufffd[2J: "), asked);
		assertEquals("", said());
	}

	@Test
	void warnsBeforeTheTokenBlocksItself() {
		ask("1", new Request("Card", false, Tries.FEW));
		assertTrue(said().contains("after three"), this::said);
		ask("1", new Request("Card", true, Tries.LAST));
		assertTrue(said().contains("That was not the PIN") && said().contains("last try"), this::said);
	}

	@Test
	void whoEndsTheInputRefuses() {
		assertEquals(Optional.empty(), ask(null, new Request("Card", false, Tries.UNKNOWN)));
	}

	@Test
	void nobodyIsAskedWhereNobodySits() {
		assertEquals(Optional.empty(), new TerminalPinPrompt(terminal(Optional.empty())).ask(new Request("Card", false, Tries.UNKNOWN),
				Cancellation.NEVER));
	}

	private Optional<char[]> ask(String answer, Request request) {
		Terminal.Prompt prompt = text -> {
			asked.add(text);
			return answer == null ? null : answer.toCharArray();
		};
		return new TerminalPinPrompt(terminal(Optional.of(prompt))).ask(request, Cancellation.NEVER);
	}

	private Terminal terminal(Optional<Terminal.Prompt> prompt) {
		PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
		return new Terminal(InputStream.nullInputStream(), stream, stream, prompt, 0);
	}

	private String said() {
		return err.toString(StandardCharsets.UTF_8);
	}
}
