package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;

/** What verifying many does when strangers' parts and Microsoft fail. */
class FleetVerificationTest {

	private final List<Throwable> logged = new ArrayList<>();

	private List<VerifiedConnection> verify(Verifier verifier, List<Connection> connections) throws Refusal {
		Services services = new Services() {
			@Override
			public <T> T get(Class<T> type) {
				return type.cast(type == ConnectionVerifier.class ? verifier : new NotVerified());
			}
		};
		Terminal terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()),
				new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), Optional.empty(), 0);
		Environment environment = new Environment(services, terminal, (text, failure) -> logged.add(failure), Cancellation.NEVER,
				"1");
		return new FleetVerification(environment, Optional.empty(), Optional.of(Duration.ofDays(36_500)), UnaryOperator.identity())
				.verify(connections, 1);
	}

	@Test
	void aPartThatCanNotBeLoadedCostsTheOthersNothing() throws Exception {
		Connection broken = connection("Broken");
		List<VerifiedConnection> found = verify(connection -> {
			if (connection.equals(broken.id())) {
				throw new NoClassDefFoundError("of a profile that is being uninstalled");
			}
			return new ConnectionException(ConnectionException.Reason.CERTIFICATE_MISSING, "AB", null);
		}, List.of(broken, connection("Contoso")));

		assertEquals(List.of("UNEXPECTED", "CERTIFICATE_MISSING"),
				found.stream().map(each -> each.problem().orElseThrow().reason()).toList());
		assertEquals(NoClassDefFoundError.class, logged.get(0).getClass());
	}

	@Test
	void whatMicrosoftRefusedIsToldWithWhatSupportAsksFor() throws Exception {
		Failure refused = new Failure(Reason.APPLICATION_DISABLED, List.of("aaaaaaaa"), "AADSTS7000112", "c0ffee",
				Instant.parse("2026-11-23T10:00:00Z"));
		Refusal problem = verify(connection -> new ConnectionException(refused, null), List.of(connection("Contoso"))).get(0)
				.problem().orElseThrow();

		assertEquals("REFUSED", problem.reason());
		assertTrue(problem.getMessage().contains("AADSTS7000112") && problem.getMessage().contains("c0ffee"), problem::getMessage);
		assertEquals(refused.sentence(),
				new RefusalReport(problem).json().getAsJsonObject("failure").get("message").getAsString());
	}

	private static Connection connection(String name) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "11111111-2222-3333-4444-555555555555", "contoso.example",
				Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), Instant.parse("2099-01-01T00:00:00Z"), List.of(),
				Set.of(Service.SHAREPOINT), "", Proof.NONE);
	}

	/** Fails as a test says. */
	private interface Verifier extends ConnectionVerifier {
		ConnectionException failure(UUID connection);

		@Override
		default Verified verify(UUID connection, Optional<Cloud> cloud, Consumer<Verification> progress,
				IProgressMonitor monitor) throws ConnectionException {
			throw failure(connection);
		}

		@Override
		default RegistrationRequest request(Connection connection, IProgressMonitor monitor) {
			throw new UnsupportedOperationException();
		}
	}

	private static final class NotVerified implements ConnectionHealth {
		@Override
		public Health of(Connection connection, Instant now) {
			return new Health(Standing.NOT_VERIFIED, Duration.ofDays(1), List.of(), Optional.empty());
		}

		@Override
		public List<Health> of(List<Connection> connections, Instant now) {
			return connections.stream().map(each -> of(each, now)).toList();
		}

		@Override
		public List<Integer> warningDays() {
			return List.of(60);
		}
	}
}
