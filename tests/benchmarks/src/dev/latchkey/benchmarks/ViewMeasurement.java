package dev.latchkey.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;

/** The view of a thousand organizations: how long it takes to open, to filter, to sort. Leaves none behind. */
final class ViewMeasurement implements Measurement {

	private static final int ORGANIZATIONS = 1_000;
	private static final int OPENINGS = 10;
	private static final int KEYSTROKES = 20;
	private static final String VIEW = "dev.latchkey.ui.organizations";
	private static final String TABLE = "organizations.table";

	private final ConnectionService connections = Services.get(ConnectionService.class);
	private final Hand hand = new Hand();

	@Override
	public void run(Figures figures) throws Exception {
		List<UUID> ids = fill();
		try {
			for (int time = 0; time < OPENINGS; time++) {
				close();
				hand.begin(ViewMeasurement::open);
				figures.millis(time == 0 ? "view.first" : "view.later", hand.awaitRows(TABLE, ORGANIZATIONS));
			}
			for (int stroke = 0; stroke < KEYSTROKES; stroke++) {
				hand.type("organizations.filter", "organization-07");
				figures.millis("view.filter", hand.awaitRows(TABLE, 1));
				hand.type("organizations.filter", "");
				figures.millis("view.unfilter", hand.awaitRows(TABLE, ORGANIZATIONS));
				hand.sort(TABLE, stroke % 2);
				figures.millis("view.sort", hand.awaitRows(TABLE, ORGANIZATIONS));
			}
		} finally {
			close();
			for (UUID id : ids) {
				connections.remove(id);
			}
		}
	}

	private List<UUID> fill() throws ConnectionException {
		List<UUID> ids = new ArrayList<>();
		for (int number = 0; number < ORGANIZATIONS; number++) {
			ids.add(connections.save(organization(number)).id());
		}
		return ids;
	}

	/** Some of each state. */
	private static Connection organization(int number) {
		String name = String.format(Locale.ROOT, "Organization %04d", number);
		String domain = name.replace(' ', '-').toLowerCase(Locale.ROOT) + ".example";
		Connection.State state = Connection.State.values()[number % Connection.State.values().length];
		return new Connection(UUID.randomUUID(), 0, name, number % 3 == 0 ? "us-gov-l4" : "global", UUID.randomUUID().toString(),
				domain, Optional.of("backup@" + domain), UUID.randomUUID().toString(), Optional.empty(),
				new CertificateReference("keystore", String.format(Locale.ROOT, "%064x", number)),
				Instant.now().plus(Duration.ofDays(number - 20L)), List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT),
				"dev.latchkey.backup", new Proof(state, Optional.empty(), Set.of(), Optional.empty()));
	}

	private static void open() {
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(VIEW);
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	private void close() {
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
			var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
			Optional.ofNullable(page.findView(VIEW)).ifPresent(page::hideView);
		});
	}
}
