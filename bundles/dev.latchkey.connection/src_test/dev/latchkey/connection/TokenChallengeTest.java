package dev.latchkey.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenChallengeTest {

	private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true, \"value\":\"1604106651\"}}}";
	/** As Microsoft's page about claims challenges shows it. */
	private static final String ENCODED = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=";
	private static final AccessToken REFUSED = new AccessToken("secret", Instant.EPOCH, URI.create("https://graph.example"));

	private static Optional<String> claims(String... headers) {
		TokenChallenge challenge = TokenChallenge.of(REFUSED, List.of(headers));
		assertSame(REFUSED, challenge.refused());
		assertFalse(challenge.toString().contains("secret"));
		return challenge.claims();
	}

	private static String encode(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Bearer realm=\"\", authorization_uri=\"https://login.example/common\", error=\"insufficient_claims\", claims=\"$\"",
			"bearer ERROR=insufficient_claims,Claims=\"$\"", "Bearer claims = \"$\" ,\terror = \"insufficient_claims\"",
			"Basic realm=\"a, Bearer error=\\\"x\\\"\", Bearer error=\"insufficient_claims\", claims=\"$\"",
			"Negotiate, NTLM TlRMTVNTUAAC==, Bearer error=\"insufficient_claims\", claims=\"$\", Basic realm=\"b\"",
			"Bearer error=\"invalid_token\", Bearer error=\"insufficient_claims\", claims=\"$\"",
			", ,Bearer , error=\"insufficient_\\claims\",, claims=\"$\",", "Bearer error=insufficient_claims, claims=$" })
	void aClaimsChallengeIsFoundHoweverItIsWritten(String header) {
		String encoded = header.endsWith("=$") ? ENCODED.replace("=", "") : ENCODED;
		assertEquals(Optional.of(CLAIMS), claims("Basic", header.replace("$", encoded)));
	}

	@Test
	void bothAlphabetsOfBase64AreTaken() {
		String json = "{\"access_token\":{\"a\":{\"value\":\"ö?>~\u00ff\"}}}";
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		String header = "Bearer error=\"insufficient_claims\", claims=\"%s\"";
		assertEquals(Optional.of(json), claims(header.formatted(Base64.getEncoder().encodeToString(bytes))));
		assertEquals(Optional.of(json), claims(header.formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "=", "Bearer", "Bearer ", "Bearer error=\"insufficient_claims\"",
			"Bearer error=\"insufficient_claims\", claims", "Bearer error=\"insufficient_claims\", claims=",
			"Bearer error=\"insufficient_claims\", claims=\"", "Bearer error=\"insufficient_claims\", claims=\"$",
			"Bearer error=\"insufficient_claims\", claims=\"$\\", "Bearer error=\"insufficient_claims\", claims=\"!\"",
			"Bearer error=\"insufficient_claims\", claims=\"====\"", "Bearer error=\"invalid_token\", claims=\"$\"",
			"Bearer claims=\"$\"", "Basic error=\"insufficient_claims\", claims=\"$\"",
			"Bearer error=\"insufficient_claims\", Basic claims=\"$\"",
			"Bearer error=\"insufficient_claims\", claims=\"$\", claims=\"$\"",
			"Bearer error=\"insufficient_claims\", claims=\"$\" \"x\"", "Bearer error=\"insufficient_claims\" claims=\"$\"",
			"Bearer error=\"insufficient_claims\", claims=\"$\u0000\"", "Bearer error=\"insufficient_claims\"\r\nclaims=\"$\"",
			"Bearer error=\"insufficient_claims\", claims=\"$\"; path=/" })
	void whatDoesNotFollowTheRulesAsksForNothing(String header) {
		assertEquals(Optional.empty(), claims(header.replace("$", ENCODED)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"text\"", "{", "{}x", "{}{}", "{'a':1}", "{a:1}", "{\"a\":1,}" })
	void claimsThatAreNoObjectAskForNothing(String json) {
		assertEquals(Optional.empty(), claims("Bearer error=\"insufficient_claims\", claims=\"" + encode(json) + "\""));
	}

	@Test
	void bytesThatAreNoTextAskForNothing() {
		String bytes = Base64.getEncoder().encodeToString(new byte[] { '{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}' });
		assertEquals(Optional.empty(), claims("Bearer error=\"insufficient_claims\", claims=\"" + bytes + "\""));
	}

	@Test
	void hugeHeadersAskForNothing() {
		String claims = encode("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
		assertEquals(Optional.empty(), claims("Bearer error=\"insufficient_claims\", claims=\"" + claims + "\"",
				"a,".repeat(1_000_000), "a ".repeat(1_000_000)));
	}

	/** Whatever a service sends, its client gets an answer. */
	@Test
	void mutilatedHeadersNeverThrow() {
		Random random = new Random(5);
		String whole = "Basic realm=\"a\\\"b\", Bearer error=\"insufficient_claims\", claims=\"" + ENCODED + "\", NTLM ab==";
		String spare = " ,=\"\\\t\u0000\u007f\u20acBa-";
		for (int i = 0; i < 20_000; i++) {
			char[] header = whole.toCharArray();
			for (int change = random.nextInt(4); change >= 0; change--) {
				header[random.nextInt(header.length)] = spare.charAt(random.nextInt(spare.length()));
			}
			claims(new String(header), new String(Arrays.copyOf(header, random.nextInt(header.length))));
		}
	}
}
