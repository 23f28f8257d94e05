package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.Subject;

class ConnectionProverTest {

	private static final Instant BEFORE = Instant.parse("2026-01-02T03:04:05Z");
	private static final Proof CONNECTED = new Proof(State.CONNECTED, Optional.of(BEFORE), Set.of("grant:old"),
			Optional.empty());

	private static final Drift CHANGED = new Drift(Drift.Kind.PERMISSION_EXTRA, "A", List.of(), Optional.empty());

	@TempDir
	private Path folder;
	private FileConnectionService connections;
	private final Surroundings surroundings = new Surroundings();
	private final ScriptedRegistration registration = new ScriptedRegistration();
	private Set<String> metBefore = Set.of();
	private List<Drift> drifts = List.of(CHANGED);

	@BeforeEach
	void open() {
		connections = new FileConnectionService(folder);
	}

	private Connection verify(Proof before, Verification found) throws ConnectionException {
		Connection saved = connections.save(surroundings.connection(before));
		registration.answer(request -> found);
		Connection verified = prover().verify(saved.id(), soFar -> {
		}, null).connection();
		assertEquals(Optional.of(verified), connections.find(saved.id()), "what is returned is what is saved");
		return verified;
	}

	private ConnectionProver prover() {
		return new ConnectionProver(connections, registration, this::drifts, surroundings, surroundings.profiles(),
				surroundings.certificates());
	}

	private List<Drift> drifts(RegistrationRequest request, Verification found, Set<String> met, IProgressMonitor monitor) {
		metBefore = met;
		return drifts;
	}

	private static Verification of(Check... checks) {
		return new Verification(List.of(checks), Optional.of("Contoso"));
	}

	private static Check passed(Subject subject) {
		return check(subject, Verification.State.PASSED, Optional.empty());
	}

	private static Check failed(Subject subject, Reason reason) {
		return check(subject, Verification.State.FAILED, Optional.of(Failure.of(reason)));
	}

	private static Check check(Subject subject, Verification.State state, Optional<Failure> failure) {
		return new Check(subject, state, Duration.ZERO, List.of(), List.of(), Optional.empty(), failure);
	}

	private static Optional<Reason> reason(Connection connection) {
		return connection.proof().failure().map(Failure::reason);
	}

	@Test
	void whatIsProvenIsConnectedWithItsNeeds() throws Exception {
		Connection connection = verify(Proof.NONE.failed(State.NOT_VERIFIED, Optional.of(Failure.of(Reason.TIMED_OUT))),
				of(passed(Subject.GRAPH), passed(Subject.EXCHANGE_PLAN)));
		assertEquals(State.CONNECTED, connection.state());
		assertTrue(connection.verified().orElseThrow().isAfter(BEFORE));
		assertEquals(surroundings.needs(), connection.proof().met());
		assertEquals(Optional.empty(), reason(connection));
	}

	@Test
	void missingPermissionsAreSaidWhateverElseIsWrong() throws Exception {
		for (Reason missing : List.of(Reason.PERMISSIONS_MISSING, Reason.DIRECTORY_ROLE_MISSING)) {
			Connection connection = verify(CONNECTED, of(passed(Subject.GRAPH),
					failed(Subject.EXCHANGE_WEB_SERVICES, Reason.MAILBOX_MISSING), failed(Subject.SHAREPOINT, missing)));
			assertEquals(State.NEEDS_PERMISSION, connection.state());
			assertEquals(Optional.of(missing), reason(connection));
			assertEquals(Optional.of(BEFORE), connection.verified(), "when it was proven is still known");
			assertEquals(Set.of("grant:old"), connection.proof().met());
		}
	}

	@Test
	void aWayThatIsClosedRefutesNothing() throws Exception {
		Verification closed = of(failed(Subject.GRAPH, Reason.NETWORK_UNREACHABLE));
		Connection connection = verify(CONNECTED, closed);
		assertEquals(State.UNREACHABLE, connection.state());
		assertEquals(Optional.of(Reason.NETWORK_UNREACHABLE), reason(connection));
		assertEquals(State.UNREACHABLE, verify(connection.proof(), closed).state());

		Proof lacking = CONNECTED.failed(State.NEEDS_PERMISSION, Optional.of(Failure.of(Reason.PERMISSIONS_MISSING)));
		Connection missing = verify(lacking, closed);
		assertEquals(State.NEEDS_PERMISSION, missing.state());
		assertEquals(Optional.of(Reason.PERMISSIONS_MISSING), reason(missing), "what is wrong there is known still");
		assertEquals(State.NOT_VERIFIED, verify(Proof.NONE, closed).state());
	}

	@Test
	void whatChangedIsLookedForWhereMicrosoftIsReached() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		registration.answer(request -> of(passed(Subject.GRAPH)));
		assertEquals(List.of(CHANGED), prover().verify(saved.id(), soFar -> {
		}, null).drifts());
		assertEquals(Set.of("grant:old"), metBefore, "what was proven before this proof");
		assertEquals(List.of(CHANGED), connections.find(saved.id()).orElseThrow().proof().drifts());
		registration.answer(request -> of(failed(Subject.GRAPH, Reason.TIMED_OUT)));
		assertEquals(List.of(), prover().verify(saved.id(), soFar -> {
		}, null).drifts());
		assertEquals(List.of(CHANGED), connections.find(saved.id()).orElseThrow().proof().drifts(), "what was found last");
		drifts = List.of();
		registration.answer(request -> of(passed(Subject.GRAPH)));
		prover().verify(saved.id(), soFar -> {
		}, null);
		assertEquals(List.of(), connections.find(saved.id()).orElseThrow().proof().drifts());
	}

	@Test
	void whatIsRefusedIsNotVerified() throws Exception {
		Connection connection = verify(CONNECTED,
				of(failed(Subject.GRAPH, Reason.TIMED_OUT), failed(Subject.SHAREPOINT, Reason.SERVICE_REFUSED)));
		assertEquals(State.NOT_VERIFIED, connection.state());
		assertEquals(Optional.of(Reason.SERVICE_REFUSED), reason(connection));
		assertEquals(State.NOT_VERIFIED, verify(CONNECTED, of()).state(), "nothing passed, nothing proven");
	}

	@Test
	void theOrganizationsNameReplacesItsDomainAndNoNameOfSomebody() throws Exception {
		Verification proven = of(passed(Subject.GRAPH));
		assertEquals("Customer 7", verify(CONNECTED, proven).name());
		Connection unnamed = connections.save(surroundings.connection(CONNECTED).named("contoso.example"));
		assertEquals("Contoso", prover().verify(unnamed.id(), soFar -> {
		}, null).connection().name());
	}

	@Test
	void whatSomebodyChangedMeanwhileIsNotOverwritten() throws Exception {
		Connection saved = connections.save(surroundings.connection(Proof.NONE));
		registration.answer(request -> {
			connections.update(saved.id(), now -> now.named("Renamed"));
			return of(passed(Subject.GRAPH));
		});
		Connection renamed = prover().verify(saved.id(), soFar -> {
		}, null).connection();
		assertEquals("Renamed", renamed.name());
		assertEquals(State.CONNECTED, renamed.state());

		registration.answer(request -> {
			connections.update(saved.id(), now -> now.renewed(Surroundings.OTHER, BEFORE, "00", BEFORE, Proof.NONE));
			return of(passed(Subject.GRAPH));
		});
		assertEquals(State.NOT_VERIFIED, prover().verify(saved.id(), soFar -> {
		}, null).connection().state(), "another certificate was proven than it has now");
	}

	private ConnectionException untried(Connection saved) {
		return assertThrows(ConnectionException.class, () -> prover().verify(saved.id(), soFar -> {
		}, null));
	}

	private Connection saved(Connection connection) {
		return connections.find(connection.id()).orElseThrow();
	}

	@Test
	void whatCanNotBeTriedIsNotVerified() throws Exception {
		Connection keyless = connections.save(surroundings.connection(CONNECTED).renewed(Surroundings.OTHER, BEFORE, "00", BEFORE,
				CONNECTED.with(List.of(CHANGED))));
		ConnectionException missing = untried(keyless);
		assertEquals(ConnectionException.Reason.CERTIFICATE_MISSING, missing.reason());
		assertEquals(State.NOT_VERIFIED, saved(keyless).state());
		assertEquals(Optional.of(Reason.CERTIFICATE_MISSING), reason(saved(keyless)));
		assertEquals(missing.getLocalizedMessage(), saved(keyless).proof().failure().orElseThrow().sentence());
		assertEquals(Optional.of(BEFORE), saved(keyless).verified(), "when it was proven is still known");
		assertEquals(List.of(CHANGED), saved(keyless).proof().drifts(), "what was found last");

		Connection unprofiled = connections.save(surroundings.connection(CONNECTED, "00000003-0000-0000-c000-000000000000", "gone.profile"));
		assertEquals(ConnectionException.Reason.PROFILE_MISSING, untried(unprofiled).reason());
		assertEquals(Optional.of(Reason.PROFILE_MISSING), reason(saved(unprofiled)));

		Connection astray = connections.save(surroundings.connection(CONNECTED));
		surroundings.forgetCloud();
		assertEquals(ConnectionException.Reason.CLOUD_MISSING, untried(astray).reason());
		assertEquals(Optional.of(Reason.CLOUD_MISSING), reason(saved(astray)));
		registration.answer(request -> of(failed(Subject.GRAPH, Reason.TIMED_OUT)));
		Connection tried = prover().verify(astray.id(), Optional.of(MicrosoftClouds.GLOBAL), soFar -> {
		}, null).connection();
		assertEquals(State.NOT_VERIFIED, tried.state());
		assertEquals(Optional.of(Reason.TIMED_OUT), reason(tried), "the cloud was there, so it is not what is missing");
	}

	@Test
	void whatIsRefusedBeforeAnyCheckIsKeptLikeOne() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		registration.answer(request -> {
			throw new RegistrationException(Failure.of(Reason.NETWORK_UNREACHABLE));
		});
		assertEquals(ConnectionException.Reason.REFUSED, untried(saved).reason());
		assertEquals(State.UNREACHABLE, saved(saved).state());
		registration.answer(request -> {
			throw new RegistrationException(Failure.of(Reason.KEY_UNUSABLE));
		});
		assertEquals(ConnectionException.Reason.REFUSED, untried(saved).reason());
		assertEquals(State.NOT_VERIFIED, saved(saved).state());
		assertEquals(Optional.of(Reason.KEY_UNUSABLE), reason(saved(saved)));
	}

	@Test
	void anotherCertificateThanTheMissingOneIsNotBlamed() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		registration.answer(request -> {
			connections.update(saved.id(), now -> now.renewed(Surroundings.OTHER, BEFORE, "00", BEFORE, CONNECTED));
			throw new RegistrationException(Failure.of(Reason.KEY_UNUSABLE));
		});
		untried(saved);
		assertEquals(State.CONNECTED, saved(saved).state());
	}

	@Test
	void whatCanNotBeSavedDoesNotHideWhy() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		registration.answer(request -> {
			connections.remove(saved.id());
			throw new RegistrationException(Failure.of(Reason.KEY_UNUSABLE));
		});
		assertEquals(Optional.of(Reason.KEY_UNUSABLE), untried(saved).failure().map(Failure::reason));
	}

	@Test
	void theCloudThatTheCallerBroughtIsUsed() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		surroundings.forgetCloud();
		registration.answer(request -> of(passed(Subject.GRAPH)));
		assertEquals(State.CONNECTED, prover().verify(saved.id(), Optional.of(MicrosoftClouds.GLOBAL), soFar -> {
		}, null).connection().state());
	}

	@Test
	void cancellingSavesNothing() throws Exception {
		Connection saved = connections.save(surroundings.connection(CONNECTED));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> prover().verify(saved.id(), soFar -> {
		}, cancelled));
		assertEquals(Optional.of(saved), connections.find(saved.id()));
	}
}
