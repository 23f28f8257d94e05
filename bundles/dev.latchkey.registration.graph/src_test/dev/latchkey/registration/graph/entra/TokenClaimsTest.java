package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {

	@Test
	void readsTextsAndLists() {
		String payload = Base64.getUrlEncoder().withoutPadding()
				.encodeToString("{\"tid\":\"t\",\"roles\":[\"A.B\",\"C\"]}".getBytes(StandardCharsets.UTF_8));
		TokenClaims claims = TokenClaims.of("head." + payload + ".signature");
		assertEquals("t", claims.text("tid"));
		assertEquals(Set.of("A.B", "C"), claims.texts("roles"));
		assertEquals("", claims.text("roles"));
		assertEquals(Set.of(), claims.texts("wids"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "opaque", "a.b.c", "a.e30.c", "a.W10.c", "..." })
	void aTokenThatCanNotBeReadSaysNothing(String token) {
		assertEquals("", TokenClaims.of(token).text("tid"));
		assertEquals(Set.of(), TokenClaims.of(token).texts("roles"));
	}
}
