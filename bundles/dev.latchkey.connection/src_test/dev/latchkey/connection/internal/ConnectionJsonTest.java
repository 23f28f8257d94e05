package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonParseException;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;

class ConnectionJsonTest {

	private static final UUID ID = UUID.fromString("6f1c0a52-6a3f-4a8e-9d53-2f0a4d1c7e10");
	private static final Connection FIRST = new Connection(ID, 1, "Contoso GmbH", "global",
			"11111111-2222-3333-4444-555555555555", "contoso.example", Optional.of("änne@contoso.example"),
			"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(), new CertificateReference("keystore", "AB".repeat(32)),
			Instant.parse("2027-01-01T00:00:00Z"), List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT),
			"dev.latchkey.backup", new Proof(State.CONNECTED, Optional.of(Instant.parse("2026-11-20T10:11:12.345Z")),
					Set.of(), Optional.empty()));

	private static final Drift ADDED = new Drift(Drift.Kind.CERTIFICATE_ADDED, "CN=\"Other\"",
			List.of("Application Administrator", "\u00c4nne"), Optional.of(Instant.parse("2026-11-20T09:08:07Z")));
	private static final Drift UNUSED = new Drift(Drift.Kind.PERMISSION_UNUSED, "Microsoft Graph: Mail.Read", List.of(),
			Optional.empty());

	private final ConnectionJson json = new ConnectionJson();

	@Test
	void everythingIsReadAsItWasWritten() {
		Connection connection = full();

		assertEquals(Optional.of(connection), json.read(json.write(connection)));
	}

	@Test
	void whatTheVersionBeforeWroteIsTakenOverAndReplacedByTheFirstChange(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve(ID + ".json"), first());
		FileConnectionService service = new FileConnectionService(folder);

		assertEquals(List.of(FIRST), service.list());
		assertEquals(first(), Files.readString(file), "reading changes nothing");
		Connection renamed = service.save(FIRST.named("Contoso"));
		assertEquals(FIRST.named("Contoso").revised(2), renamed);
		assertEquals(List.of(renamed), new FileConnectionService(folder).list());
	}

	@Test
	void whatNobodyHereUnderstandsIsNotReliedOn() {
		String text = json.write(full()).replace("\"NEEDS_PERMISSION\"", "\"HALF_CONNECTED\"")
				.replace("\"PERMISSIONS_MISSING\"", "\"MOON_IN_THE_WAY\"");
		Proof proof = json.read(text.replace("\"CERTIFICATE_ADDED\"", "\"MOON_ADDED\"")).orElseThrow().proof();

		assertEquals(List.of(UNUSED), proof.drifts());
		assertEquals(State.NOT_VERIFIED, proof.state());
		assertEquals(full().proof().met(), proof.met());
		assertEquals(Reason.UNKNOWN, proof.failure().orElseThrow().reason());
		assertEquals(List.of(), proof.failure().orElseThrow().arguments());
		assertEquals("AADSTS65001", proof.failure().orElseThrow().code());
	}

	@Test
	void aConnectionForALaterVersionsServiceIsLeftAlone(@TempDir Path folder) throws Exception {
		String text = json.write(full()).replace("\"EXCHANGE\"", "\"PLANNER\"");
		Path file = Files.writeString(folder.resolve(full().id() + ".json"), text);
		FileConnectionService service = new FileConnectionService(folder);

		assertEquals(List.of(), service.list());
		assertEquals(1, service.problems().size());
		assertThrows(dev.latchkey.connection.ConnectionException.class, () -> service.save(full()));
		assertEquals(text, Files.readString(file));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "{\"schema\":{}}", "{\"schema\":\"x\"}", "{\"schema\":1e999999999}",
			"{\"schema\":-1}", "{\"schema\":2}", "{\"schema\":0.5}" })
	void anythingElseIsNoConnection(String text) {
		assertThrows(JsonParseException.class, () -> json.read(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "name", "cloud", "tenantId", "domain", "applicationId", "certificate", "certificateEnds",
			"retired", "services", "revision", "proof" })
	void noMemberMayBeMissingOrOfAnotherKind(String name) {
		String text = json.write(full());

		assertThrows(JsonParseException.class, () -> json.read(text.replace('"' + name + "\":", "\"other\":")));
		assertThrows(JsonParseException.class, () -> json.read(text.replaceFirst("\\{", "{\"" + name + "\":true,")
				.replaceFirst("(?s)(\\{\"" + name + "\":true,.*?)\"" + name + "\": ", "$1\"other\": ")));
	}

	private static String first() throws IOException {
		try (InputStream stream = ConnectionJsonTest.class.getResourceAsStream("schema-1.json")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Connection full() {
		Proof proof = new Proof(State.NEEDS_PERMISSION, Optional.of(Instant.parse("2026-11-20T10:11:12.345Z")),
				Set.of("grant:a", "role:b"), Optional.of(new Failure(Reason.PERMISSIONS_MISSING, List.of("Sites.Read.All"),
						"AADSTS65001", "11111111-2222", Instant.parse("2026-11-21T10:11:12Z"))), List.of(ADDED, UNUSED));
		Connection connection = new Connection(FIRST.id(), 7, "Contoso \"<&>\" \u00c4", FIRST.cloudId(), FIRST.tenantId(),
				FIRST.domain(), FIRST.account(), FIRST.applicationId(), Optional.of("99999999-bbbb-cccc-dddd-eeeeeeeeeeee"),
				FIRST.certificate(), FIRST.certificateEnds(), List.of(), FIRST.services(), FIRST.profileId(), Proof.NONE);
		return connection.renewed(new CertificateReference("pkcs11", "CD".repeat(32)), Instant.parse("2028-01-01T00:00:00Z"),
				"EF".repeat(20), Instant.parse("2026-11-22T10:11:12Z"), proof);
	}
}
