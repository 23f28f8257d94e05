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
import dev.latchkey.registration.Service;

/** What is told of renewals when the connections can't be read any more after them. */
class RenewingTest {

	private static final CertificateReference PRESENT = new CertificateReference("keystore", "AB".repeat(32));
	private static final RetiredCertificate RETIRED = new RetiredCertificate(new CertificateReference("keystore", "EF".repeat(32)),
			"EF".repeat(20), Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"));
	private static final ConnectionException UNREADABLE = new ConnectionException(Reason.NOT_READABLE, "the folder", null);

	@Test
	void whatWasRenewedIsToldAlthoughNothingCanBeReadAfterwards() {
		Map<Class<?>, Object> parts = Map.of(ConnectionService.class, new ReadableOnce(), CertificateRenewer.class, new Renewer(),
				NextCertificates.class, new Certificates());
		Console console = new Console();
		console.services = new Services() {
			@Override
			public <T> T get(Class<T> type) {
				return type.cast(parts.get(type));
			}
		};
		assertEquals(1, console.run("renew", "--all", "--remove-retired", "--json"), console::out);
		JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
		assertEquals(Refusal.NOT_COMPLETE, document.get("reason").getAsString());
		JsonObject renewal = document.getAsJsonArray("renewals").get(0).getAsJsonObject();
		assertEquals("DONE", renewal.get("step").getAsString());
		assertEquals(UNREADABLE.getLocalizedMessage(), renewal.get("notRemoved").getAsString());
	}

	private static final class Renewer implements CertificateRenewer {
		@Override
		public List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor) {
			return renewals.stream().map(each -> new Result(each.connection(), Step.DONE, Optional.empty(), Optional.empty(),
					Optional.empty())).toList();
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
