package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/**
 * The process is killed at every point that makes a difference: before each write arrives, after it was done but before
 * that is answered, and after each item. Then another one goes on, or takes back.
 */
class CrashTest extends RunTest {

	private static final int WRITES = 6;
	private static final int NEVER = Integer.MAX_VALUE;
	private static final RequestMatcher WRITE = RequestMatcher.at(Origin.GRAPH).withMethod("POST|PATCH");

	@TempDir
	Path temporary;

	private final DoomedProcess doomed = new DoomedProcess();

	/** When it is killed. */
	enum Moment {
		WRITE_ARRIVES, WRITE_IS_DONE, ITEM_IS_DONE
	}

	static Stream<Arguments> everyMoment() {
		return Stream.of(Moment.values()).flatMap(moment -> IntStream
				.rangeClosed(0, moment == Moment.ITEM_IS_DONE ? WRITES : WRITES - 1)
				.mapToObj(count -> Arguments.of(moment, count)));
	}

	@BeforeEach
	void signInAtOnce() throws Exception {
		tenant.close();
		start(SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn().withChanges("{\"deviceCode\":{\"interval\":1}}")));
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@MethodSource("everyMoment")
	void whatWasBegunCanBeTakenBack(Moment moment, int count) throws Exception {
		String before = tenant.directory().state();
		Optional<JournalRun> run = kill(moment, count);
		if (run.isPresent()) {
			undone(run.get(), administrator());
		}
		assertEquals(before, tenant.directory().state());
	}

	/** The moments that leave the most open. */
	static Stream<Arguments> doneAndNotAnswered() {
		return IntStream.range(0, WRITES).mapToObj(count -> Arguments.of(Moment.WRITE_IS_DONE, count));
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@MethodSource("doneAndNotAnswered")
	void whatWasBegunCanBeCompleted(Moment moment, int count) throws Exception {
		String before = tenant.directory().state();
		Optional<JournalRun> run = kill(moment, count);
		AdminSession session = administrator();
		RegistrationPlan plan = plan(narrow(), session);
		RegistrationResult result = apply(run.map(JournalRun::id).map(plan::continuing).orElse(plan), session);
		assertTrue(result.complete(), result::toString);
		JournalRun whole = run(result);
		run.ifPresent(first -> assertEquals(first.id(), whole.id()));
		assertEquals(State.FINISHED, whole.state());
		assertFalse(outcomes(whole).contains(Outcome.BEGUN), whole::toString);
		assertEquals(WRITES, outcomes(whole).stream().filter(Outcome.DONE::equals).count(), whole::toString);
		assertEquals(List.of(), ours(journal.interrupted()));
		undone(whole, session);
		assertEquals(before, tenant.directory().state());
	}

	private AdminSession administrator() throws RegistrationException {
		return service.signIn(toContoso(), code -> {
		}, null);
	}

	/** @return the run as another process finds it; none when nothing was begun */
	private Optional<JournalRun> kill(Moment moment, int count) throws Exception {
		Fault write = Fault.on(WRITE).after(count).once();
		if (moment == Moment.WRITE_ARRIVES) {
			tenant.faults().add(write.before(doomed::kill).drop());
		} else if (moment == Moment.WRITE_IS_DONE) {
			tenant.faults().add(write.handled(doomed::kill).drop());
		}
		run(moment == Moment.ITEM_IS_DONE ? count : NEVER);
		tenant.faults().clear();
		List<JournalRun> found = ours(journal.runs());
		assertTrue(found.stream().allMatch(each -> each.state() == State.INTERRUPTED), found::toString);
		assertEquals(found.stream().filter(JournalRun::leftSomething).toList(), ours(journal.interrupted()));
		assertEquals(count == 0 && moment == Moment.ITEM_IS_DONE ? 0 : 1, found.size());
		return found.stream().findFirst();
	}

	private void run(int stopAfter) throws IOException, InterruptedException, RegistrationException {
		Path file = temporary.resolve("certificate.cer");
		try {
			Files.write(file, certificate.certificate().getEncoded());
		} catch (java.security.cert.CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
		DoomedConsole.Orders orders = new DoomedConsole.Orders(tenant.cloudFile(), Services.journal(), tenant.scenario().domain(),
				narrow().applicationId(), file, stopAfter);
		doomed.run(orders.start(), stopAfter != NEVER);
	}
}
