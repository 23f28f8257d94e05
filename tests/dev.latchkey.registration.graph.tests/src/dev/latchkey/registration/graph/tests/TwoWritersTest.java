package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;

/**
 * Two clients write the same list of certificates at the same time, in a thousand orders of their requests. Graph replaces
 * the list as a whole and knows no condition, so a writer can't know what came between its reading and its writing. What
 * remains is told by the tests that look for it, and in ADR 72.
 */
class TwoWritersTest extends TwoWriters {

	/** So often has a request to be overtaken, before it can do harm that is not noticed: a write, and three readings. */
	private static final int TOO_LATE = 4;
	private static final int ANY = Integer.MAX_VALUE;

	@Test
	void twoRunsAddTheirCertificatesAndNothingIsLost() throws Exception {
		int again = 0;
		for (long seed = 0; seed < 400; seed++) {
			List<RegistrationResult> results = both(seed, TOO_LATE - 1, () -> apply(other));
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace();
			results.forEach(result -> assertTrue(result.complete(), () -> what + result));
			assertEquals(base.size() + 2, now.size(), what);
			assertTrue(now.containsAll(base), what);
			assertTrue(has(one) && has(other), what);
			again += keyWrites().size() > 2 ? 1 : 0;
			reset(now);
		}
		assertTrue(again > 20, "Hardly ever did one drop what the other had written: " + again);
	}

	/** Nobody can notice this order: one reads, we write and look three times, and then it writes. */
	@Test
	void onlyAWriteThatIsLateForLongTakesACertificateAwayUnnoticed() throws Exception {
		int lost = 0;
		for (long seed = 0; seed < 200; seed++) {
			both(seed, ANY, () -> apply(other));
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace();
			assertTrue(now.containsAll(base), what);
			for (RegistrationPlan plan : List.of(one, other)) {
				if (!has(plan)) {
					assertTrue(droppedUnseen(plan), what);
					lost++;
				}
			}
			reset(now);
		}
		assertTrue(lost > 0 && lost < 40, "Lost " + lost);
	}

	/** A tool that never looks again can lose its own entry to a write that was under way; ours is there in the end. */
	@Test
	void aForeignToolAddsMeanwhile() throws Exception {
		int lost = 0;
		for (long seed = 0; seed < 200; seed++) {
			JsonObject key = key(other.request().certificate());
			String theirs = key.get("keyId").getAsString();
			RegistrationResult result = both(seed, TOO_LATE - 1, () -> {
				assertEquals(204, foreign.add(key));
				return null;
			}).get(0);
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace() + result;
			assertTrue(now.containsAll(base), what);
			if (!now.contains(theirs)) {
				assertTrue(overwritten(theirs), what);
				lost++;
			}
			ItemResult ours = item(result, "certificate");
			boolean told = ours.outcome() == Outcome.FAILED
					&& ours.failure().orElseThrow().reason() == Reason.CHANGED_BY_OTHERS;
			assertTrue(has(one) && ours.outcome() == Outcome.DONE || told, what);
			reset(now);
		}
		assertTrue(lost < 100, "Lost " + lost);
	}

	/** What somebody takes away on purpose is not put back, however late we read it. */
	@Test
	void whatAForeignToolRemovesStaysRemoved() throws Exception {
		String removed = "3899ba21-1485-4667-b182-ef14eb16b553";
		assertTrue(base.contains(removed));
		JsonObject entry = foreign.read().asList().stream().map(element -> element.getAsJsonObject().deepCopy())
				.filter(json -> json.get("keyId").getAsString().equals(removed)).findFirst().orElseThrow();
		int told = 0;
		for (long seed = 0; seed < 200; seed++) {
			RegistrationResult result = both(seed, TOO_LATE - 1, () -> {
				foreign.remove(removed);
				return null;
			}).get(0);
			List<String> now = foreign.keyIds();
			String what = "Seed " + seed + ": " + trace() + result;
			boolean accepted = keyWrites().stream().anyMatch(write -> isForeign(write) && write.status() == 204);
			assertEquals(!accepted, now.contains(removed), what);
			if (item(result, "certificate").outcome() == Outcome.FAILED) {
				assertEquals(Reason.CHANGED_BY_OTHERS, item(result, "certificate").failure().orElseThrow().reason());
				told++;
			} else {
				assertTrue(has(one), what);
			}
			reset(now);
			if (accepted) {
				assertEquals(204, foreign.add(entry.deepCopy()));
			}
		}
		assertTrue(told > 20, "Told " + told);
	}
}
