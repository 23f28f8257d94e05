package dev.latchkey.ui.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.ui.internal.commands.VerifyReport.Line;
import dev.latchkey.ui.internal.forms.Failures;

/** What verifying several does when strangers' parts fail. */
class VerifyRunTest {

	private static final Connection BROKEN = connection("Broken");
	private static final Connection CONTOSO = connection("Contoso");

	private static VerifyReport verify(Runnable broken) throws InterruptedException {
		return new VerifyRun(new Verifier(broken), List.of(BROKEN, CONTOSO)).call(new NullProgressMonitor());
	}

	@Test
	void whateverOnesPartsThrowIsItsOwnFailure() throws Exception {
		List<Runnable> faults = List.of(() -> {
			throw new NoClassDefFoundError("of a profile that is being uninstalled");
		}, () -> {
			throw new IllegalStateException("of a provider");
		});
		for (Runnable fault : faults) {
			assertEquals(new VerifyReport(List.of(
					new Line("Broken", Optional.of(Failures.sentence(new IllegalStateException())), List.of()),
					new Line("Contoso", Optional.empty(), List.of())), 2), verify(fault));
		}
	}

	@Test
	void whatIsCancelledIsNoFailure() throws Exception {
		assertEquals(new VerifyReport(List.of(new Line("Contoso", Optional.empty(), List.of())), 2), verify(() -> {
			throw new OperationCanceledException();
		}));
	}

	private static Connection connection(String name) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "11111111-2222-3333-4444-555555555555", "contoso.example",
				Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), Instant.parse("2099-01-01T00:00:00Z"), List.of(),
				Set.of(Service.SHAREPOINT), "", Proof.NONE);
	}

	/** All others are proven. */
	private record Verifier(Runnable broken) implements ConnectionVerifier {
		@Override
		public Verified verify(UUID connection, Optional<Cloud> cloud, Consumer<Verification> progress,
				IProgressMonitor monitor) throws ConnectionException {
			if (connection.equals(BROKEN.id())) {
				broken.run();
			}
			return new Verified(CONTOSO, new Verification(List.of(new Check(Subject.GRAPH, State.PASSED, Duration.ZERO, List.of(),
					List.of(), Optional.empty(), Optional.empty())), Optional.empty()), List.of());
		}

		@Override
		public RegistrationRequest request(Connection connection, IProgressMonitor monitor) {
			throw new UnsupportedOperationException();
		}
	}
}
