package dev.latchkey.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text has its field and every field its text; apostrophes are doubled where, and only where, values are put in. */
class MessagesTest {

	@ParameterizedTest
	@ValueSource(strings = { "forms", "connect", "certificate", "documents", "export", "view", "preferences" })
	void fieldsAndTextsFit(String name) throws IOException, ClassNotFoundException {
		Class<?> messages = Class.forName("dev.latchkey.ui.internal." + name + ".Messages");
		Properties texts = new Properties();
		try (InputStream in = messages.getResourceAsStream("messages.properties");
				Reader reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1)) {
			texts.load(reader);
		}
		Set<String> fields = Arrays.stream(messages.getDeclaredFields())
				.filter(field -> Modifier.isPublic(field.getModifiers())).map(Field::getName)
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(fields, new TreeSet<>(texts.stringPropertyNames()));
		for (String key : fields) {
			String text = texts.getProperty(key);
			boolean takesValues = text.matches("(?s).*\\{\\d}.*");
			assertFalse(takesValues ? text.replace("''", "").contains("'") : text.contains("''"), key + ": " + text);
		}
	}
}
