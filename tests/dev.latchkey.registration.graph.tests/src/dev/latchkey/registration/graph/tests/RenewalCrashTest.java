package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Faults;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/**
 * A console is killed at every point of a renewal that makes a difference. The connection works at once, with the certificate
 * that it had or with the next one; the next renewal takes up what was left, and nothing stays registered that nobody knows of.
 */
class RenewalCrashTest {

	private static final SelfSigned SMALL = new SelfSigned(OptionalInt.of(2048), OptionalInt.of(12),
			Optional.of(CrashTenant.KEY_STORE));

	@TempDir
	static Path folder;
	private static CrashTenant tenant;

	private final ConnectionService connections = Services.get(ConnectionService.class);
	private final Journal journal = Services.get(Journal.class);
	private final DoomedProcess doomed = new DoomedProcess();
	private CrashTenant.App app;
	private Connection before;

	/** Who renews. */
	enum Who {
		ITSELF, ADMINISTRATOR
	}

	/** When it is killed. */
	enum Moment {
		KEY_IS_KEPT(Step.ADDING), WRITE_ARRIVES(null), WRITE_IS_DONE(null),
		/** Not told by a step: the last line of the run is cut off afterwards. */
		WRITE_IS_NOTED(Step.PROVING), RUN_IS_OVER(Step.PROVING), NEXT_IS_PROVEN(Step.SWITCHING), SWITCHED(Step.DONE);

		private final Optional<Step> step;

		Moment(Step step) {
			this.step = Optional.ofNullable(step);
		}
	}

	static Stream<Arguments> everyMoment() {
		return Stream.concat(
				Stream.of(Moment.values()).map(moment -> Arguments.of(Who.ITSELF, moment, Who.ITSELF)),
				Stream.of(Arguments.of(Who.ADMINISTRATOR, Moment.WRITE_IS_DONE, Who.ADMINISTRATOR),
						Arguments.of(Who.ADMINISTRATOR, Moment.WRITE_IS_DONE, Who.ITSELF),
						Arguments.of(Who.ITSELF, Moment.WRITE_IS_DONE, Who.ADMINISTRATOR)));
	}

	@BeforeAll
	static void start() throws IOException {
		tenant = new CrashTenant(folder, (int) everyMoment().count());
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@AfterEach
	void forget() throws Exception {
		connections.remove(before.id());
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@MethodSource("everyMoment")
	void whatWasLeftIsTakenUpByTheNextRenewal(Who killed, Moment moment, Who next) throws Exception {
		app = tenant.application();
		before = tenant.connect(app);
		kill(killed, moment);
		assertEquals(moment == Moment.SWITCHED, !now().certificate().equals(before.certificate()));
		works();
		everyCertificateIsKnown();
		if (moment != Moment.SWITCHED) {
			Result result = renew(next);
			assertTrue(result.done(), result::toString);
			assertEquals(result.next().orElseThrow(), now().certificate());
			works();
		}
		assertEquals(2, tenant.registered(app).size(), "the old one and the next");
		assertEquals(Set.of(before.certificate().sha256(), now().certificate().sha256()), tenant.registered(app));
		assertEquals(List.of(before.certificate()), now().retired().stream().map(each -> each.certificate()).toList());
		everyRunIsOver();
	}

	private void kill(Who who, Moment moment) throws Exception {
		Fault write = Fault.on(RequestMatcher.at(Origin.GRAPH).withMethod("POST|PATCH").withPath(app.objectId())).once();
		Faults.Active fault = switch (moment) {
		case WRITE_ARRIVES -> tenant.tenant().faults().add(write.before(doomed::kill).drop());
		case WRITE_IS_DONE -> tenant.tenant().faults().add(write.handled(doomed::kill).drop());
		default -> null;
		};
		DoomedRenewal.Orders orders = new DoomedRenewal.Orders(tenant.tenant().cloudFile(), tenant.profile(), Services.journal(),
				Services.connections(), Path.of(System.getProperty("dev.latchkey.certificate.folder")), before.id(), who == Who.ADMINISTRATOR,
				moment.step);
		doomed.run(orders.start(), moment.step.isPresent());
		if (fault != null) {
			assertEquals(1, fault.met());
			fault.remove();
		}
		if (moment == Moment.WRITE_IS_NOTED) {
			cutOff();
		}
	}

	/** As if it had been killed before it could write down that the run is over. */
	private void cutOff() throws Exception {
		String name = runs().get(0).id() + ".jsonl";
		try (Stream<Path> files = Files.list(Services.journal())) {
			Path file = files.filter(each -> each.getFileName().toString().endsWith(name)).findFirst().orElseThrow();
			List<String> lines = new ArrayList<>(Files.readAllLines(file));
			assertTrue(lines.remove(lines.size() - 1).contains("finished"));
			Files.write(file, lines);
		}
	}

	private Connection now() throws Exception {
		return connections.find(before.id()).orElseThrow();
	}

	private void works() throws Exception {
		connections.accessToken(before.id(), TokenAudience.GRAPH, null);
	}

	private List<JournalRun> runs() throws Exception {
		return journal.runs().stream().filter(before::concerns).toList();
	}

	/** Whoever looks into the journal sees which certificates may have been left. */
	private void everyCertificateIsKnown() throws Exception {
		Set<String> known = runs().stream().filter(JournalRun::leftSomething).map(run -> run.certificate().toUpperCase())
				.collect(Collectors.toSet());
		known.add(before.certificate().sha256());
		assertTrue(known.containsAll(tenant.registered(app)), () -> known + " " + tenant.registered(app));
	}

	private void everyRunIsOver() throws Exception {
		assertEquals(List.of(State.FINISHED), runs().stream().map(JournalRun::state).distinct().toList());
		assertEquals(List.of(), runs().stream().flatMap(run -> run.changes().stream())
				.filter(change -> change.outcome() == Outcome.BEGUN).toList());
		assertEquals(1, runs().stream().flatMap(run -> run.changes().stream()).filter(JournalRun.Change::mayBeThere).count());
	}

	private Result renew(Who who) throws Exception {
		NextCertificates nexts = Services.get(NextCertificates.class);
		try (AdminSession session = who == Who.ADMINISTRATOR ? tenant.signIn() : null) {
			return Services.get(CertificateRenewer.class).renew(
					List.of(new Renewal(before.id(), nexts.selfSigned(SMALL), Optional.ofNullable(session))), 1, result -> {
					}, null).get(0);
		}
	}
}
