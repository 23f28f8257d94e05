package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionTransfer.Arrival;
import dev.latchkey.connection.Proof;

class FileConnectionTransferTest {

	private static final Proof PROVEN = new Proof(State.CONNECTED, Optional.of(Instant.parse("2026-11-20T10:11:12Z")),
			Set.of("grant:a"), Optional.empty());

	@TempDir
	private Path folder;
	private final Surroundings surroundings = new Surroundings();
	private FileConnectionService here;
	private FileConnectionService there;
	private Path file;
	private Connection contoso;

	@BeforeEach
	void connect() throws Exception {
		here = new FileConnectionService(folder.resolve("here"));
		there = new FileConnectionService(folder.resolve("there"));
		file = folder.resolve("connections.json");
		Connection connection = surroundings.connection(PROVEN);
		contoso = here.save(with(connection, connection.id(),
				new CertificateReference("elsewhere", connection.certificate().sha256()), connection.applicationId()));
	}

	@Test
	void connectionsArriveNotVerifiedAndSayWhichCertificatesAreMissing() throws Exception {
		Connection other = here.save(with(contoso.revised(0), UUID.randomUUID(), Surroundings.OTHER, guid('7')));
		transfer(here).write(List.of(contoso.id(), other.id(), contoso.id()), file);
		List<Arrival> arrivals = transfer(there).read(file);

		assertEquals(Set.of(contoso.id(), other.id()), Set.copyOf(arrivals.stream().map(each -> each.connection().id()).toList()));
		Arrival first = arrivals.stream().filter(each -> each.connection().id().equals(contoso.id())).findFirst().orElseThrow();
		Arrival second = arrivals.stream().filter(each -> each.connection().id().equals(other.id())).findFirst().orElseThrow();
		assertTrue(first.certificateFound());
		assertEquals("store", first.connection().certificate().providerId());
		assertEquals(Instant.parse("2081-08-26T15:30:06Z"), first.connection().certificateEnds(), "the certificate's own");
		assertFalse(second.certificateFound());
		assertEquals(Surroundings.OTHER, second.connection().certificate());
		assertEquals(List.of(), there.list(), "a plan saves nothing");

		List<Connection> accepted = transfer(there).accept(arrivals);
		assertEquals(Set.copyOf(accepted), Set.copyOf(there.list()));
		assertEquals(List.of(Proof.NONE, Proof.NONE), accepted.stream().map(Connection::proof).toList());
		assertEquals(List.of(), there.problems());
	}

	@Test
	void theSameOrganizationAndApplicationIsReplacedUnderItsId() throws Exception {
		Connection theirs = there.save(with(contoso.revised(0), UUID.randomUUID(), Surroundings.OTHER, contoso.applicationId())
				.named("Before"));
		transfer(here).write(List.of(contoso.id()), file);
		List<Arrival> arrivals = transfer(there).read(file);
		assertTrue(arrivals.get(0).replaces());
		List<Connection> accepted = transfer(there).accept(arrivals);

		assertEquals(there.list(), accepted);
		assertEquals(theirs.id(), accepted.get(0).id());
		assertEquals(2, accepted.get(0).revision());
		assertEquals(contoso.name(), accepted.get(0).name());
		assertEquals(accepted.get(0).revised(3), transfer(there).accept(transfer(there).read(file)).get(0), "repeatable");
	}

	@Test
	void anotherOrganizationUnderTheSameIdStays() throws Exception {
		Connection theirs = there.save(with(contoso.revised(0), contoso.id(), Surroundings.OTHER, guid('7')));
		transfer(here).write(List.of(contoso.id()), file);
		List<Arrival> arrivals = transfer(there).read(file);
		assertFalse(arrivals.get(0).replaces());
		List<Connection> accepted = transfer(there).accept(arrivals);

		assertNotEquals(theirs.id(), accepted.get(0).id());
		assertEquals(2, there.list().size());
		assertEquals(Optional.of(theirs), there.find(theirs.id()));
	}

	@Test
	void whateverWasSavedArrives() throws Exception {
		Connection renewed = here.update(contoso.id(), connection -> connection.named("\u202eosotnoC\n" + "x".repeat(300))
				.renewed(Surroundings.OTHER, Instant.parse("2081-01-01T00:00:00Z"), "", Instant.parse("2026-11-23T10:00:00Z"),
						Proof.NONE));
		transfer(here).write(List.of(contoso.id()), file);
		Connection arrived = transfer(there).read(file).get(0).connection();

		assertEquals("\ufffdosotnoC\ufffd" + "x".repeat(247), arrived.name());
		assertEquals(renewed.retired(), arrived.retired());
	}

	@Test
	void theFileHoldsNeitherProofNorAnotherConsolesCount() throws Exception {
		transfer(here).write(List.of(contoso.id()), file);
		String text = Files.readString(file);

		assertTrue(text.contains("\"format\": \"dev.latchkey.connections\""), text);
		assertFalse(text.contains("proof") || text.contains("revision"), text);
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	@Test
	void whatCanNotBeWrittenLeavesTheFileAsItWas() throws Exception {
		Files.writeString(file, "before");
		Path missing = folder.resolve("missing/connections.json");

		assertEquals(Reason.NOT_FOUND,
				reason(() -> transfer(here).write(List.of(contoso.id(), UUID.randomUUID()), file)));
		assertEquals(Reason.NOT_WRITABLE, reason(() -> transfer(here).write(List.of(contoso.id()), missing)));
		assertEquals("before", Files.readString(file));
	}

	@Test
	void whatCanNotBeReadIsTold() {
		assertEquals(Reason.NOT_READABLE, reason(() -> transfer(there).read(file)));
		assertEquals(Reason.NOT_READABLE, reason(() -> transfer(there).read(folder)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"schema\": 1 | \"schema\": 2", "dev.latchkey.connections | another",
			"\"connections\": [ | \"connections\": [7,", "\"connections\": [ | \"connections\": [[],",
			"\"name\": \"Customer 7\" | \"name\": \"\"", "\"name\": \"Customer 7\" | \"name\": 7",
			"Customer 7 | Contoso\\nLtd", "Customer 7 | \\u202eosotnoC", "Customer 7 | \\ud800",
			"6ba7b810 | 6BA7B810", "6ba7b810 | ../../..", "contoso.example | contoso", "contoso.example | Contoso.example",
			"\"cloud\": \"global\" | \"cloud\": \"../global\"", "\"elsewhere: | \"else where:",
			"2080-01-01 | +999999999-01-01", "2080-01-01 | 1066-01-01", "\"SHAREPOINT\" | \"PLANNER\"",
			"\"SHAREPOINT\" | ", "\"retired\": [] | \"retired\": {}", "\"tenantId\" | \"tenant\"",
			"\"domain\" | \"account\": \"nobody\", \"domain\"" })
	void aFileThatNobodyHereWroteIsRefused(String good, String bad) throws Exception {
		transfer(here).write(List.of(contoso.id()), file);
		String text = Files.readString(file);
		assertTrue(text.contains(good), text);
		Files.writeString(file, text.replace(good, bad == null ? "" : bad));

		assertEquals(Reason.INVALID, reason(() -> transfer(there).read(file)));
	}

	@ParameterizedTest
	@MethodSource
	void anythingElseIsRefused(byte[] content) throws Exception {
		Files.write(file, content);

		assertEquals(Reason.INVALID, reason(() -> transfer(there).read(file)));
	}

	static Stream<byte[]> anythingElseIsRefused() {
		return Stream.concat(Stream.of("", "null", "[]", "{}", "{\"connections\":[]}", "{\"a\":".repeat(100_000),
				"[".repeat(1_000_000), " ".repeat((8 << 20) + 1), "{\"format\":\"dev.latchkey.connections\",\"schema\":1e999999999}")
				.map(text -> text.getBytes(StandardCharsets.UTF_8)), Stream.of(new byte[] { (byte) 0xff, (byte) 0xfe, 0 }));
	}

	@Test
	void nothingMayArriveTwice() throws Exception {
		Connection again = with(contoso, contoso.id(), contoso.certificate(), guid('7'));
		Files.writeString(file, new TransferJson().write(List.of(contoso, again)));

		assertEquals(Reason.INVALID, reason(() -> transfer(there).read(file)));
	}

	/** Two services of a console may have one each. */
	@Test
	void severalThroughOneApplicationArriveEachForItself() throws Exception {
		Connection second = here.save(with(contoso.revised(0), UUID.randomUUID(), contoso.certificate(), contoso.applicationId()));
		Connection theirs = there.save(with(contoso.revised(0), UUID.randomUUID(), contoso.certificate(), contoso.applicationId()));
		transfer(here).write(List.of(contoso.id(), second.id()), file);
		List<Arrival> arrivals = transfer(there).read(file);
		assertEquals(List.of(true, false), arrivals.stream().map(Arrival::replaces).toList());
		List<UUID> ids = ids(transfer(there).accept(arrivals));

		assertEquals(theirs.id(), ids.get(0));
		assertEquals(arrivals.get(1).connection().id(), ids.get(1));
		assertEquals(ids, ids(transfer(there).accept(transfer(there).read(file))), "repeatable");
		assertEquals(2, there.list().size());
	}

	private static List<UUID> ids(List<Connection> connections) {
		return connections.stream().map(Connection::id).toList();
	}

	private FileConnectionTransfer transfer(FileConnectionService service) {
		return new FileConnectionTransfer(service, surroundings.certificates());
	}

	private static Connection with(Connection connection, UUID id, CertificateReference certificate, String application) {
		return new Connection(id, connection.revision(), connection.name(), connection.cloudId(), connection.tenantId(),
				connection.domain(), connection.account(), application, connection.applicationObjectId(), certificate,
				connection.certificateEnds(), connection.retired(), connection.services(), connection.profileId(),
				connection.proof());
	}

	private static String guid(char digit) {
		return "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx".replace('x', digit);
	}

	private static Reason reason(Executable executable) {
		return assertThrows(ConnectionException.class, executable).reason();
	}
}
