package dev.latchkey.connection.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.google.gson.JsonParseException;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.connection.Proof;

/** Moves connections as one JSON file. */
@Component
public final class FileConnectionTransfer implements ConnectionTransfer {

	/** Of a file with some thousands of connections. */
	private static final int MAX_BYTES = 8 << 20;

	private final ConnectionService connections;
	private final CertificateService certificates;
	private final TransferJson json = new TransferJson();

	@Activate
	public FileConnectionTransfer(@Reference ConnectionService connections, @Reference CertificateService certificates) {
		this.connections = connections;
		this.certificates = certificates;
	}

	@Override
	public void write(Collection<UUID> ids, Path file) throws ConnectionException {
		List<Connection> all = connections.list();
		Set<UUID> there = all.stream().map(Connection::id).collect(Collectors.toSet());
		for (UUID id : ids) {
			if (!there.contains(id)) {
				throw new ConnectionException(Reason.NOT_FOUND, id.toString(), null);
			}
		}
		try {
			WholeFile.write(file,
					json.write(all.stream().filter(connection -> ids.contains(connection.id())).toList()).getBytes(UTF_8));
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_WRITABLE, file.toString(), e);
		}
	}

	@Override
	public List<Arrival> read(Path file) throws ConnectionException {
		List<Connection> arrived = parse(file);
		List<Connection> here = connections.list();
		CertificatesHere entries = CertificatesHere.list(certificates, Cancellation.NEVER);
		Replacing replacing = new Replacing(here, arrived);
		return arrived.stream().map(connection -> {
			Optional<Connection> named = entries.named(connection);
			return new Arrival(named.orElse(connection), named.isPresent(), replacing.take(connection).isPresent());
		}).toList();
	}

	@Override
	public List<Connection> accept(Collection<Arrival> arrivals) throws ConnectionException {
		List<Connection> here = connections.list();
		Replacing replacing = new Replacing(here, arrivals.stream().map(Arrival::connection).toList());
		Set<UUID> taken = here.stream().map(Connection::id).collect(Collectors.toSet());
		List<Connection> accepted = new ArrayList<>();
		for (Arrival arrival : arrivals) {
			Connection saved = connections.save(settled(arrival.connection(), replacing, taken));
			taken.add(saved.id());
			accepted.add(saved);
		}
		return accepted;
	}

	/** Under the id of the one that it replaces; else under its own, unless another one has that here. */
	private static Connection settled(Connection connection, Replacing replacing, Set<UUID> taken) {
		return replacing.take(connection).map(old -> notVerified(connection, old.id(), old.revision())).orElseGet(
				() -> notVerified(connection, taken.contains(connection.id()) ? UUID.randomUUID() : connection.id(), 0));
	}

	private static Connection notVerified(Connection connection, UUID id, long revision) {
		return new Connection(id, revision, connection.name(), connection.cloudId(), connection.tenantId(),
				connection.domain(), connection.account(), connection.applicationId(), connection.applicationObjectId(),
				connection.certificate(), connection.certificateEnds(), connection.retired(), connection.services(),
				connection.profileId(), Proof.NONE);
	}

	private List<Connection> parse(Path file) throws ConnectionException {
		try (FileInputStream stream = new FileInputStream(file.toFile())) {
			byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw new ConnectionException(Reason.INVALID, file.toString(), null);
			}
			return json.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		} catch (JsonParseException | CharacterCodingException e) {
			throw new ConnectionException(Reason.INVALID, file.toString(), e);
		} catch (IOException e) {
			throw new ConnectionException(Reason.NOT_READABLE, file.toString(), e);
		}
	}
}
