package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.connection.TokenChallenge;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Service;

/** What is told of renewals, whatever happens beside them. */
class RenewingTest {

	private static final CertificateReference PRESENT = new CertificateReference("keystore", "AB".repeat(32));
	private static final RetiredCertificate RETIRED = new RetiredCertificate(new CertificateReference("keystore", "EF".repeat(32)),
			"EF".repeat(20), Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"));
	private static final ConnectionException UNREADABLE = new ConnectionException(Reason.NOT_READABLE, "the folder", null);

	@Test
	void whatWasRenewedIsToldAlthoughNothingCanBeReadAfterwards() {
		JsonObject renewal = renewed(new Console(), new Renewer(Step.DONE, Optional.empty()), "--remove-retired");
		assertEquals("DONE", renewal.get("step").getAsString());
		assertEquals(UNREADABLE.getLocalizedMessage(), renewal.get("notRemoved").getAsString());
	}

	@Test
	void aSignInThatBreaksIsToldAsThatOrganizationsFailure() {
		Console console = new Console();
		JsonObject renewal = renewed(console, new Renewer(Step.ADDING, Optional.of(new Failed("Sign in.", Optional.empty(), true))),
				"--device-code");
		assertEquals("ADDING", renewal.get("step").getAsString());
		assertEquals(Messages.unexpected, renewal.get("message").getAsString());
		assertEquals(List.of("The catalog broke"), console.logged.stream().map(Throwable::getMessage).toList());
	}

	private static JsonObject renewed(Console console, Renewer renewer, String option) {
		Map<Class<?>, Object> parts = Map.of(ConnectionService.class, new ReadableOnce(), CertificateRenewer.class, renewer,
				NextCertificates.class, new Certificates());
		console.services = new Services() {
			@Override
			public <T> T get(Class<T> type) {
				if (type == CloudCatalog.class) {
					throw new IllegalStateException("The catalog broke");
				}
				return type.cast(parts.get(type));
			}
		};
		assertEquals(1, console.run("renew", "--all", option, "--json"), console::out);
		JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
		assertEquals(Refusal.NOT_COMPLETE, document.get("reason").getAsString());
		return document.getAsJsonArray("renewals").get(0).getAsJsonObject();
	}

	private static final class Renewer implements CertificateRenewer {

		private final Step step;
		private final Optional<Failed> failed;

		Renewer(Step step, Optional<Failed> failed) {
			this.step = step;
			this.failed = failed;
		}

		@Override
		public List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor) {
			return renewals.stream()
					.map(each -> new Result(each.connection(), step, Optional.empty(), Optional.empty(), failed)).toList();
		}

		@Override
		public Connection remove(UUID connection, List<RetiredCertificate> retired, Optional<AdminSession> administrator,
				IProgressMonitor monitor) throws ConnectionException {
			throw UNREADABLE;
		}
	}

	private static final class Certificates implements NextCertificates {
		@Override
		public NextCertificate selfSigned(SelfSigned wanted) {
			return (connection, cancellation) -> {
				throw new UnsupportedOperationException();
			};
		}

		@Override
		public NextCertificate existing(CertificateReference certificate) {
			throw new UnsupportedOperationException();
		}
	}

	/** Its folder is gone after the first look. */
	private static final class ReadableOnce implements ConnectionService {

		private boolean read;

		@Override
		public List<Connection> list() throws ConnectionException {
			if (read) {
				throw UNREADABLE;
			}
			read = true;
			return List.of(new Connection(UUID.randomUUID(), 1, "Contoso", "global", "11111111-2222-3333-4444-555555555555",
					"contoso.example", Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(), PRESENT,
					Instant.parse("2099-01-01T00:00:00Z"), List.of(RETIRED), Set.of(Service.SHAREPOINT), "", Proof.NONE));
		}

		@Override
		public List<String> problems() {
			return List.of();
		}

		@Override
		public Connection save(Connection connection) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Connection update(UUID id, UnaryOperator<Connection> change) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void remove(UUID id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public AccessToken accessToken(UUID connection, TokenAudience audience, Optional<TokenChallenge> challenge,
				IProgressMonitor monitor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public HttpClient.Builder httpClient(UUID connection) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Subscription onChange(Consumer<ConnectionChange> listener) {
			throw new UnsupportedOperationException();
		}
	}
}
