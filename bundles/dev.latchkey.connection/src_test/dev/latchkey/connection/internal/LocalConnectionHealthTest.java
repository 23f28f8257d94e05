package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

class LocalConnectionHealthTest {

	private static final Instant ENDS = Instant.parse("2027-01-01T00:00:00Z");
	private static final String READ_ALL = "grant:00000003-0000-0000-c000-000000000000:Directory.Read.All";

	private final List<PermissionNeed> permissions = new ArrayList<>(List.of(graph("Directory.Read.All")));
	private final List<DirectoryRoleNeed> roles = new ArrayList<>();
	private final AtomicInteger lookUps = new AtomicInteger();
	private String days = "60,30,7";

	@ParameterizedTest
	@CsvSource({ "61, CONNECTED", "60, EXPIRES_SOON", "1, EXPIRES_SOON", "0, EXPIRES_SOON", "-1, EXPIRED" })
	void theCertificatesEndIsToldBeforeAndAfter(int daysBefore, Standing expected) {
		Health health = health().of(connection(State.CONNECTED, Set.of(READ_ALL)), ENDS.minus(Duration.ofDays(daysBefore)));

		assertEquals(expected, health.standing());
		assertEquals(Duration.ofDays(daysBefore), health.left());
	}

	@ParameterizedTest
	@CsvSource({ "CONNECTED, CONNECTED", "NOT_VERIFIED, NOT_VERIFIED", "NEEDS_PERMISSION, NEEDS_PERMISSION",
			"UNREACHABLE, UNREACHABLE" })
	void whatWasFoundLastIsTold(State state, Standing expected) {
		assertEquals(expected, standing(connection(state, Set.of(READ_ALL))));
	}

	@ParameterizedTest
	@CsvSource({ "CONNECTED, NEEDS_PERMISSION", "UNREACHABLE, NEEDS_PERMISSION", "NOT_VERIFIED, NOT_VERIFIED" })
	void aProfileThatGrewNeedsPermission(State state, Standing expected) {
		permissions.add(graph("Sites.Read.All"));
		roles.add(new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", "settings"));
		Health health = health().of(connection(state, Set.of(READ_ALL)), longBefore());

		assertEquals(expected, health.standing());
		assertEquals(List.of("Microsoft Graph: Sites.Read.All", "Global Reader"), health.missing());
	}

	@Test
	void aProfileThatShrankNeedsNothing() {
		assertEquals(Standing.CONNECTED, standing(connection(State.CONNECTED, Set.of(READ_ALL, "grant:more"))));
	}

	@Test
	void nothingIsMissingWhereNobodyKnowsWhatWasProven() {
		assertEquals(Standing.CONNECTED, standing(connection(State.CONNECTED, Set.of())));
	}

	@Test
	void nothingIsMissingWhereProfileOrCloudIsUnknown() {
		Connection connection = connection(State.CONNECTED, Set.of("grant:other"));

		assertEquals(Standing.NEEDS_PERMISSION, standing(connection));
		assertEquals(Standing.CONNECTED, standing(elsewhere(connection, "global", "example.unknown")));
		assertEquals(Standing.CONNECTED, standing(elsewhere(connection, "unknown", "dev.latchkey.backup")));
	}

	@Test
	void withoutAProfileTheFirstOneCounts() {
		Connection connection = connection(State.CONNECTED, Set.of("grant:other"));

		assertEquals(Standing.NEEDS_PERMISSION, standing(elsewhere(connection, "global", "")));
	}

	@Test
	void aProfileThatThrowsSaysNothing() {
		permissions.add(null);

		assertEquals(Standing.CONNECTED, standing(connection(State.CONNECTED, Set.of("grant:other"))));
	}

	@Test
	void whatWasWrongIsHandedOn() {
		Failure failure = Failure.of(Reason.TIMED_OUT, "graph.microsoft.com");
		Connection connection = connection(State.CONNECTED, Set.of(READ_ALL));
		Health health = health().of(
				connection.with(connection.proof().failed(State.UNREACHABLE, Optional.of(failure))), longBefore());

		assertEquals(Optional.of(failure), health.failure());
	}

	@ParameterizedTest
	@CsvSource(value = { "'60,30,7', '60,30,7'", "' 14 ,90,14', '90,14'", "'', '60,30,7'",
			"'soon', '60,30,7'", "'60,,7', '60,30,7'", "'0', '60,30,7'", "'-5', '60,30,7'", "'99999999999', '60,30,7'",
			"'30,', '60,30,7'" })
	void thresholdsComeFromThePreferences(String text, String expected) {
		days = text;

		assertEquals(expected,
				health().warningDays().stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	@Test
	void theLargestThresholdWarns() {
		days = "3,200";

		assertEquals(Standing.EXPIRES_SOON, health()
				.of(connection(State.CONNECTED, Set.of(READ_ALL)), ENDS.minus(Duration.ofDays(199))).standing());
	}

	@Test
	void whatManyConnectionsShareIsReadOnce() {
		Connection connection = connection(State.CONNECTED, Set.of(READ_ALL));
		List<Health> healths = health().of(IntStream.range(0, 1000).mapToObj(i -> connection).toList(), longBefore());

		assertEquals(1000, healths.size());
		assertEquals(2, lookUps.get(), "clouds and profile");
	}

	private static Instant longBefore() {
		return ENDS.minus(Duration.ofDays(300));
	}

	private Standing standing(Connection connection) {
		return health().of(connection, longBefore()).standing();
	}

	private LocalConnectionHealth health() {
		return new LocalConnectionHealth(() -> days, new Clouds(), new Profiles());
	}

	private static PermissionNeed graph(String value) {
		return new PermissionNeed(Resource.MICROSOFT_GRAPH, value, Set.of(Service.EXCHANGE), "reads");
	}

	private static Connection connection(State state, Set<String> met) {
		return FileConnectionServiceTest.connection("Contoso", Optional.empty())
				.with(new Proof(state, Optional.empty(), met, Optional.empty()));
	}

	private static Connection elsewhere(Connection connection, String cloud, String profile) {
		return new Connection(connection.id(), 1, "Elsewhere", cloud, connection.tenantId(), connection.domain(),
				connection.account(), connection.applicationId(), connection.applicationObjectId(), connection.certificate(),
				connection.certificateEnds(), List.of(), connection.services(), profile, connection.proof());
	}

	private final class Clouds implements CloudCatalog {
		@Override
		public List<Cloud> clouds() {
			lookUps.incrementAndGet();
			return MicrosoftClouds.ALL;
		}

		@Override
		public Cloud read(Path file) {
			throw new AssertionError();
		}

		@Override
		public List<String> problems() {
			return List.of();
		}
	}

	private final class Profiles implements ProfileCatalog, PermissionProfile {
		@Override
		public List<PermissionProfile> profiles() {
			lookUps.incrementAndGet();
			return List.of(this);
		}

		@Override
		public Optional<PermissionProfile> find(String id) {
			return profiles().stream().filter(profile -> profile.id().equals(id)).findFirst();
		}

		@Override
		public PermissionProfile read(Path file) {
			throw new AssertionError();
		}

		@Override
		public List<String> problems() {
			return List.of();
		}

		@Override
		public String id() {
			return "dev.latchkey.backup";
		}

		@Override
		public String name() {
			return "Backup";
		}

		@Override
		public String vendor() {
			return "Latchkey";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return permissions;
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return roles;
		}
	}
}
