package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionService.Subscription;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;

class TokensTest {

	private static final int MANY = 32;
	private static final Duration HOUR = Duration.ofHours(1);
	private static final TokenAudience GRAPH = TokenAudience.GRAPH;
	private static final Optional<String> CLAIMS = Optional.of("{\"access_token\":{}}");

	@TempDir
	private Path folder;
	private final ExecutorService callers = Executors.newFixedThreadPool(MANY);
	private final SteppedClock clock = new SteppedClock();
	private final CountedSource source = new CountedSource(clock);
	private FileConnectionService connections;
	private Connection contoso;
	private Tokens tokens;

	@BeforeEach
	void connect() throws ConnectionException {
		connections = new FileConnectionService(folder);
		contoso = connections.save(FileConnectionServiceTest.connection("Contoso", Optional.empty()));
		tokens = new Tokens(connections, () -> source, clock);
	}

	@AfterEach
	void close() {
		tokens.close();
		callers.shutdownNow();
	}

	private AccessToken token() throws ConnectionException {
		return token(Optional.empty(), null);
	}

	private AccessToken token(Optional<TokenChallenge> challenge, IProgressMonitor monitor) throws ConnectionException {
		return tokens.token(contoso.id(), GRAPH, challenge, monitor);
	}

	private AccessToken after(AccessToken refused, Optional<String> claims) throws ConnectionException {
		return token(Optional.of(new TokenChallenge(refused, claims)), null);
	}

	private List<Future<AccessToken>> manyCalls(Optional<TokenChallenge> challenge) {
		List<Future<AccessToken>> calls = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			calls.add(callers.submit(() -> token(challenge, null)));
		}
		return calls;
	}

	private static <T> T get(Future<T> call) throws Exception {
		return call.get(20, TimeUnit.SECONDS);
	}

	private static Throwable failure(Future<?> call) {
		return assertThrows(ExecutionException.class, () -> get(call)).getCause();
	}

	@Test
	void manyCallersCostOneRequest() throws Exception {
		source.hold();
		List<Future<AccessToken>> calls = manyCalls(Optional.empty());
		source.awaitBegun(1);
		source.release();
		AccessToken first = get(calls.get(0));
		for (Future<AccessToken> call : calls) {
			assertSame(first, get(call));
		}
		assertSame(first, token());
		assertEquals(1, source.begun());
	}

	@Test
	void otherAudiencesAndConnectionsHaveTheirOwn() throws Exception {
		Connection fabrikam = connections.save(FileConnectionServiceTest.connection("Fabrikam", Optional.empty()));
		TokenAudience site = TokenAudience.of(URI.create("https://contoso.sharepoint.example"));
		AccessToken graph = token();
		assertNotSame(graph, tokens.token(contoso.id(), site, Optional.empty(), null));
		assertNotSame(graph, tokens.token(fabrikam.id(), GRAPH, Optional.empty(), null));
		assertSame(graph, token());
		assertEquals(3, source.begun());
	}

	@Test
	void theNextOneIsFetchedShortlyBeforeTheEnd() throws Exception {
		AccessToken first = token();
		clock.step(HOUR.minusMinutes(6));
		assertSame(first, token());
		clock.step(Duration.ofMinutes(2));
		AccessToken second = token();
		assertNotSame(first, second);
		assertSame(second, token());
	}

	@Test
	void aShortLifeIsUsed() throws Exception {
		source.life(Duration.ofMinutes(4));
		AccessToken first = token();
		clock.step(Duration.ofMinutes(3));
		assertSame(first, token());
		clock.step(Duration.ofMinutes(1));
		assertNotSame(first, token());
	}

	@Test
	void aRefusedTokenIsGivenToNobodyAgain() throws Exception {
		AccessToken refused = token();
		source.hold();
		List<Future<AccessToken>> calls = manyCalls(Optional.of(new TokenChallenge(refused, CLAIMS)));
		source.awaitBegun(2);
		Future<AccessToken> knowsNothing = callers.submit(() -> token());
		source.release();
		AccessToken next = get(calls.get(0));
		assertNotSame(refused, next);
		for (Future<AccessToken> call : calls) {
			assertSame(next, get(call));
		}
		assertSame(next, get(knowsNothing));
		assertEquals(List.of(Optional.empty(), CLAIMS), source.claims());
	}

	@Test
	void aChallengeIsAnsweredFromMemoryWhenTheNextTokenIsThere() throws Exception {
		AccessToken refused = token();
		AccessToken next = after(refused, CLAIMS);
		assertSame(next, after(refused, CLAIMS));
		assertSame(next, after(refused, Optional.empty()));
		assertEquals(2, source.begun());
		assertNotSame(next, after(refused, Optional.of("{\"access_token\":{\"acrs\":{}}}")));
	}

	@Test
	void theSameTokenOnceMoreIsAFailure() throws Exception {
		AccessToken refused = token();
		source.repeat(refused);
		ConnectionException thrown = assertThrows(ConnectionException.class, () -> after(refused, Optional.empty()));
		assertEquals(dev.latchkey.registration.Reason.REQUEST_REFUSED, thrown.failure().orElseThrow().reason());
	}

	@Test
	void whoGivesUpHurtsNobodyElse() throws Exception {
		source.hold();
		IProgressMonitor impatient = new NullProgressMonitor();
		Future<AccessToken> first = callers.submit(() -> token(Optional.empty(), impatient));
		source.awaitBegun(1);
		Future<AccessToken> second = callers.submit(() -> token());
		tokensAwait(2);
		impatient.setCanceled(true);
		assertEquals(OperationCanceledException.class, failure(first).getClass());
		Future<AccessToken> third = callers.submit(() -> token());
		tokensAwait(2);
		source.release();
		assertSame(get(second), get(third));
		assertEquals(1, source.begun());
	}

	/** Looks at the second caller's thread, which nothing else tells of. */
	private static void tokensAwait(int threads) {
		while (Thread.getAllStackTraces().values().stream().filter(frames -> List.of(frames).stream()
				.anyMatch(frame -> frame.getClassName().equals(Flight.class.getName()) && frame.getMethodName().equals("await")))
				.count() < threads) {
			Thread.onSpinWait();
		}
	}

	@Test
	void whatNobodyWaitsForAnyMoreIsEnded() throws Exception {
		source.hold();
		IProgressMonitor impatient = new NullProgressMonitor();
		Future<AccessToken> only = callers.submit(() -> token(Optional.empty(), impatient));
		source.awaitBegun(1);
		impatient.setCanceled(true);
		assertEquals(OperationCanceledException.class, failure(only).getClass());
		source.awaitCanceled();
		source.release();
		token();
		assertEquals(2, source.begun());
	}

	@Test
	void aFailureIsToldToAllAndForgotten() throws Exception {
		source.hold();
		source.fail(Reason.CERTIFICATE_MISSING);
		List<Future<AccessToken>> calls = manyCalls(Optional.empty());
		source.awaitBegun(1);
		tokensAwait(MANY);
		source.release();
		for (Future<AccessToken> call : calls) {
			assertEquals(Reason.CERTIFICATE_MISSING, ((ConnectionException) failure(call)).reason());
		}
		assertEquals(1, source.begun());
		source.succeed();
		token();
	}

	@Test
	void aTokenThatHoldsSurvivesAFailedRefresh() throws Exception {
		AccessToken first = token();
		clock.step(HOUR.minusMinutes(4));
		source.fail(Reason.CERTIFICATE_MISSING);
		assertSame(first, token());
		assertSame(first, token());
		assertEquals(2, source.begun());
		clock.step(Duration.ofSeconds(31));
		assertSame(first, token());
		assertEquals(3, source.begun());
		assertThrows(ConnectionException.class, () -> after(first, Optional.empty()));
		assertThrows(ConnectionException.class, this::token);
	}

	@Test
	void anotherCertificateTakesItsTokens() throws Exception {
		AccessToken first = token();
		connections.update(contoso.id(), connection -> connection.named("Contoso Ltd").with(Proof.NONE));
		assertSame(first, token());
		renew();
		assertNotSame(first, token());
		assertEquals("CD".repeat(32), source.last().certificate().sha256());
	}

	private void renew() throws ConnectionException {
		connections.update(contoso.id(), connection -> connection.renewed(
				new CertificateReference("keystore", "CD".repeat(32)), Instant.parse("2028-01-01T00:00:00Z"), "AB", Instant.now(),
				Proof.NONE));
	}

	@Test
	void whatAnotherConsoleChangedIsSeenWhereNobodyTells() throws Exception {
		ConnectionService deaf = (ConnectionService) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ConnectionService.class }, (proxy, method, arguments) -> method.getName().equals("onChange")
						? (Subscription) () -> {
						}
						: method.invoke(connections, arguments));
		try (Tokens onShare = new Tokens(deaf, () -> source, clock)) {
			TokenAudience site = TokenAudience.of(URI.create("https://contoso.sharepoint.example"));
			AccessToken graph = onShare.token(contoso.id(), GRAPH, Optional.empty(), null);
			renew();
			onShare.token(contoso.id(), site, Optional.empty(), null);
			assertEquals("CD".repeat(32), source.last().certificate().sha256());
			assertNotSame(graph, onShare.token(contoso.id(), GRAPH, Optional.empty(), null));
		}
	}

	@Test
	void whatWasGrantedIsInTheTokensOnceThatIsProven() throws Exception {
		proof(State.CONNECTED, Set.of("read"));
		AccessToken first = token();
		proof(State.UNREACHABLE, Set.of("read"));
		assertSame(first, token());
		proof(State.NEEDS_PERMISSION, Set.of("read"));
		assertSame(first, token());
		proof(State.CONNECTED, Set.of("read"));
		assertSame(first, token());
		proof(State.CONNECTED, Set.of("read", "write"));
		AccessToken second = token();
		assertNotSame(first, second);

		proof(State.NEEDS_PERMISSION, Set.of("read", "write"));
		clock.step(HOUR);
		AccessToken lacking = token();
		proof(State.CONNECTED, Set.of("read", "write"));
		assertNotSame(lacking, token());
	}

	private void proof(State state, Set<String> met) throws ConnectionException {
		connections.update(contoso.id(),
				connection -> connection.with(new Proof(state, Optional.of(clock.instant()), met, Optional.empty())));
	}

	@Test
	void whoAsksForNoClaimsIsNotRefusedThem() throws Exception {
		AccessToken refused = token();
		source.hold();
		source.fail(Reason.CERTIFICATE_MISSING);
		source.succeedAfter(1);
		Future<AccessToken> challenged = callers.submit(() -> after(refused, CLAIMS));
		source.awaitBegun(2);
		Future<AccessToken> plain = callers.submit(() -> token());
		tokensAwait(2);
		source.release();
		assertEquals(Reason.CERTIFICATE_MISSING, ((ConnectionException) failure(challenged)).reason());
		assertNotSame(refused, get(plain));
		assertEquals(List.of(Optional.empty(), CLAIMS, Optional.empty()), source.claims());
	}

	@Test
	void whatIsFetchedDuringARenewalIsNotKept() throws Exception {
		source.hold();
		Future<AccessToken> old = callers.submit(() -> token());
		source.awaitBegun(1);
		renew();
		source.release();
		assertNotSame(get(old), token());
	}

	@Test
	void whatFailsDuringARenewalIsTriedWithTheNextCertificate() throws Exception {
		source.hold();
		source.fail(Reason.CERTIFICATE_MISSING);
		Future<AccessToken> call = callers.submit(() -> token());
		source.awaitBegun(1);
		renew();
		source.succeedAfter(1);
		source.release();
		get(call);
		assertEquals("CD".repeat(32), source.last().certificate().sha256());
	}

	@Test
	void aRemovedConnectionHasNone() throws Exception {
		token();
		connections.remove(contoso.id());
		assertEquals(Reason.NOT_FOUND, assertThrows(ConnectionException.class, this::token).reason());
		UUID never = UUID.randomUUID();
		assertEquals(Reason.NOT_FOUND, assertThrows(ConnectionException.class,
				() -> tokens.token(never, GRAPH, Optional.empty(), null)).reason());
	}

	@Test
	void nothingIsWatchedUntilTheFirstToken() throws Exception {
		Tokens unused = new Tokens(connections, () -> {
			throw new AssertionError("begun");
		}, clock);
		unused.close();
		assertThrows(OperationCanceledException.class, () -> unused.token(contoso.id(), GRAPH, Optional.empty(), null));
	}

	@Test
	void closingEndsWhoeverWaits() throws Exception {
		source.hold();
		List<Future<AccessToken>> calls = manyCalls(Optional.empty());
		source.awaitBegun(1);
		tokensAwait(MANY);
		tokens.close();
		for (Future<AccessToken> call : calls) {
			assertEquals(OperationCanceledException.class, failure(call).getClass());
		}
		assertTrue(source.ended());
	}
}
