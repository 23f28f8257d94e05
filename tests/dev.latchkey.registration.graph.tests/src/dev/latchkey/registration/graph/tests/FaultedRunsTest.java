package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** Something goes wrong at each write in turn: the tenant differs from before by what the journal says, and only by that. */
class FaultedRunsTest extends RunTest {

	private static final int WRITES = 6;
	private static final RequestMatcher WRITE = RequestMatcher.at(Origin.GRAPH).withMethod("POST|PATCH");

	/** What can go wrong with one write. */
	enum Trouble {
		THROTTLED {
			@Override
			Fault on(Fault write) {
				return write.throttle(429, Duration.ofSeconds(1));
			}
		},
		FORBIDDEN {
			@Override
			Fault on(Fault write) {
				return write.graphError(403, "Authorization_RequestDenied", "Insufficient privileges.");
			}
		},
		BROKEN_BEFORE {
			@Override
			Fault on(Fault write) {
				return write.graphError(500, "InternalServerError", "Try again.");
			}
		},
		BROKEN_AFTER {
			@Override
			Fault on(Fault write) {
				return write.graphError(500, "InternalServerError", "Try again.").handled(() -> {
				});
			}
		},
		LOST_BEFORE {
			@Override
			Fault on(Fault write) {
				return write.drop();
			}
		},
		LOST_AFTER {
			@Override
			Fault on(Fault write) {
				return write.loseAnswer();
			}
		},
		WEB_PAGE_AFTER {
			@Override
			Fault on(Fault write) {
				return write.html(200).handled(() -> {
				});
			}
		};

		abstract Fault on(Fault write);
	}

	static Stream<Arguments> everyTroubleAtEveryWrite() {
		return Stream.of(Trouble.values())
				.flatMap(trouble -> IntStream.range(0, WRITES).mapToObj(write -> Arguments.of(trouble, write)));
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@MethodSource("everyTroubleAtEveryWrite")
	void theJournalTellsTheDifference(Trouble trouble, int write) throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = plan(narrow(), session);
		assertEquals(WRITES, plan.items().size());
		tenant.faults().add(trouble.on(Fault.on(WRITE).after(write).once()));
		RegistrationResult result = apply(plan, session);
		tenant.faults().clear();

		JournalRun run = run(result);
		assertEquals(State.FINISHED, run.state());
		for (Change change : run.changes()) {
			assertEquals(isDone(change.itemId(), run), isThere(change, before), () -> change + " of " + run);
		}
		undone(run, session);
		assertEquals(before, tenant.directory().state());
	}

	/** The kinds of ends: refused, never arrived, done and not answered. */
	static Stream<Arguments> everyEndOfEveryWrite() {
		return Stream.of(Trouble.FORBIDDEN, Trouble.LOST_BEFORE, Trouble.LOST_AFTER)
				.flatMap(trouble -> IntStream.range(0, WRITES).mapToObj(write -> Arguments.of(trouble, write)));
	}

	@ParameterizedTest
	@Execution(ExecutionMode.CONCURRENT)
	@MethodSource("everyEndOfEveryWrite")
	void goingOnCompletesIt(Trouble trouble, int write) throws Exception {
		String before = tenant.directory().state();
		AdminSession session = signIn(ADMIN);
		RegistrationPlan plan = plan(narrow(), session);
		tenant.faults().add(trouble.on(Fault.on(WRITE).after(write).once()));
		JournalRun run = run(apply(plan, session));
		tenant.faults().clear();

		RegistrationResult rest = apply(plan(narrow(), session).continuing(run.id()), session);
		assertTrue(rest.complete(), rest::toString);
		assertEquals(Optional.of(run.id()), rest.run());
		JournalRun whole = run(rest);
		assertFalse(outcomes(whole).contains(Outcome.BEGUN), whole::toString);
		assertEquals(WRITES, outcomes(whole).stream().filter(Outcome.DONE::equals).count(), whole::toString);
		undone(whole, session);
		assertEquals(before, tenant.directory().state());
	}

	/** What failed may have been done at the next try, with the same ids. */
	private static boolean isDone(String itemId, JournalRun run) {
		return run.changes().stream()
				.anyMatch(change -> change.itemId().equals(itemId) && change.outcome() == Outcome.DONE);
	}

	/** Looks into the tenant's directory by the ids of the journal alone. */
	private boolean isThere(Change change, String before) {
		String now = tenant.directory().state();
		List<String> ids = Stream.of("keyId", "assignmentId", "objectId").map(change.ids()::get)
				.filter(id -> id != null).toList();
		if (!ids.isEmpty()) {
			return ids.stream().allMatch(id -> now.contains(id) && !before.contains(id));
		}
		String entries = change.ids().get("entries");
		if (entries != null) {
			return Stream.of(entries.split(" ")).allMatch(entry -> isDeclared(now, entry));
		}
		String appId = change.ids().get("appId");
		return appId == null ? isAssigned(now, change) : now.contains("\"servicePrincipalNames\": [\n        \"" + appId);
	}

	private static boolean isAssigned(String state, Change change) {
		String role = change.ids().getOrDefault("appRoleId", change.ids().get("roleTemplateId"));
		return JsonParser.parseString(state).getAsJsonObject().asMap().values().stream()
				.flatMap(objects -> objects.getAsJsonArray().asList().stream()).map(JsonElement::getAsJsonObject)
				.filter(each -> each.has("principalId"))
				.filter(each -> each.get("principalId").getAsString().equals(change.ids().get("principalId")))
				.anyMatch(each -> each.toString().contains(role));
	}

	private boolean isDeclared(String state, String entry) {
		JsonObject directory = JsonParser.parseString(state).getAsJsonObject();
		return directory.getAsJsonArray("applications").asList().stream().map(each -> each.getAsJsonObject())
				.filter(each -> each.get("appId").getAsString().equals(tenant.scenario().applicationIds().get("orphan")))
				.anyMatch(each -> each.get("requiredResourceAccess").toString().contains(entry.split("/")[1]));
	}
}
