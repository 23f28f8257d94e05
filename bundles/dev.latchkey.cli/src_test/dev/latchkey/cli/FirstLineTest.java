package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLineTest {

	@ParameterizedTest
	@ValueSource(strings = { "pässwörd €", "pässwörd €\n", "pässwörd €\r\n", "pässwörd €\nmore\n", "\ufeffpässwörd €\r\n" })
	void isReadWithoutItsEnd(String content) throws IOException {
		assertEquals("pässwörd €", read(content, StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ufeffpässwörd", "\ufeffpässwörd\r\n", "\ufeffpässwörd\r\nmore" })
	void isReadAsPowerShellWritesIt(String content) throws IOException {
		assertEquals("pässwörd", read(content, StandardCharsets.UTF_16LE));
	}

	@Test
	void blanksBelongToIt() throws IOException {
		assertEquals(" a b\t", read(" a b\t\n", StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n" })
	void canBeEmpty(String content) throws IOException {
		assertEquals("", read(content, StandardCharsets.UTF_8));
	}

	@Test
	void isNotGuessedInOtherEncodings() {
		assertThrows(CharacterCodingException.class, () -> read("pässwörd\n", StandardCharsets.ISO_8859_1));
	}

	@Test
	void isNotCutOff() {
		assertThrows(CharacterCodingException.class, () -> read("x".repeat(FirstLine.MAX_BYTES), StandardCharsets.UTF_8));
	}

	@Test
	void nobodyNeedsToCloseThePipe() throws IOException {
		InputStream open = new InputStream() {
			private final byte[] bytes = "secret\n".getBytes(StandardCharsets.UTF_8);
			private int next;

			@Override
			public int read() throws IOException {
				if (next == bytes.length) {
					throw new IOException("would wait for ever");
				}
				return bytes[next++];
			}
		};
		assertEquals("secret", String.valueOf(FirstLine.read(open)));
	}

	private static String read(String content, Charset charset) throws IOException {
		return String.valueOf(FirstLine.read(new ByteArrayInputStream(content.getBytes(charset))));
	}
}
