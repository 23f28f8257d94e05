package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;

class VerificationTest {

	private static final Failure UNREADABLE = Failure.of(Reason.SUBSCRIPTIONS_UNREADABLE, "Exchange Online");

	private static Check check(State state, Failure... failure) {
		return new Check(Subject.GRAPH, state, Duration.ZERO, List.of(), List.of(), Optional.empty(),
				List.of(failure).stream().findFirst());
	}

	private static boolean proven(Check... checks) {
		return new Verification(List.of(checks), Optional.empty()).proven();
	}

	@Test
	void nothingPassedProvesNothing() {
		assertFalse(proven());
		assertFalse(proven(check(State.SKIPPED, UNREADABLE)));
	}

	@Test
	void whatTheProfileDoesNotAskForIsNoFault() {
		assertTrue(proven(check(State.PASSED), check(State.SKIPPED, UNREADABLE)));
	}

	@Test
	void whatWasNotRunBecauseOfAnotherProvesNothing() {
		assertFalse(proven(check(State.PASSED), check(State.SKIPPED)));
		assertFalse(proven(check(State.PASSED), check(State.FAILED, UNREADABLE)));
		assertFalse(proven(check(State.PASSED), check(State.RUNNING)));
	}

	@Test
	void anAccountIsNeededExactlyForCallsOnBehalfOfOne() {
		assertTrue(needsAccount(Resource.EXCHANGE_ONLINE, "full_access_as_app"));
		assertTrue(needsAccount(Resource.MICROSOFT_GRAPH, "MailboxItem.ImportExport.All"));
		assertFalse(needsAccount(Resource.EXCHANGE_ONLINE, "Exchange.ManageAsApp"));
		assertFalse(needsAccount(Resource.MICROSOFT_GRAPH, "Directory.Read.All"));
	}

	private static boolean needsAccount(Resource resource, String permission) {
		PermissionNeed need = new PermissionNeed(resource, permission, Set.of(Service.EXCHANGE), "");
		return Subject.of(new OneNeed(need), Set.of(Service.EXCHANGE), MicrosoftClouds.GLOBAL).stream()
				.anyMatch(Subject::needsAccount);
	}

	private record OneNeed(PermissionNeed need) implements PermissionProfile {
		@Override
		public String id() {
			return "one";
		}

		@Override
		public String name() {
			return "One";
		}

		@Override
		public String vendor() {
			return "Contoso";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of(need);
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
