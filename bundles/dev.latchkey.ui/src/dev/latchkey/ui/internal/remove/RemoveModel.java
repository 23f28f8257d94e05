package dev.latchkey.ui.internal.remove;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.connection.ConnectionRemoval.TakenBack;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Tenant;
import dev.latchkey.ui.internal.connect.SignInModel;

/** Which connections are removed, and whether what was added to the organization goes with them. */
final class RemoveModel extends SignInModel {

	private final List<Connection> connections;
	private Optional<Added> added = Optional.empty();
	private Optional<TakenBack> takenBack = Optional.empty();
	private boolean fromTenant;

	RemoveModel(List<Connection> connections) {
		this.connections = List.copyOf(connections);
	}

	List<Connection> connections() {
		return connections;
	}

	/** What there is in the organization; empty as long as that is not known, and of several connections. */
	Optional<Added> added() {
		return added;
	}

	void setAdded(Added found) {
		added = Optional.of(found);
		changed();
	}

	/** Whether something can be taken back. */
	boolean removable() {
		return added.filter(found -> !found.runs().isEmpty()).isPresent();
	}

	/** Whether what was added to the organization is taken back first. */
	boolean fromTenant() {
		return fromTenant && removable();
	}

	void setFromTenant(boolean from) {
		fromTenant = from;
		changed();
	}

	@Override
	public Optional<Tenant> tenant() {
		return added.map(Added::tenant);
	}

	@Override
	public Set<AdminScope> scopes() {
		return added.map(Added::scopes).orElse(Set.of());
	}

	/** What became of taking back so far. */
	Optional<TakenBack> takenBack() {
		return takenBack;
	}

	void setTakenBack(TakenBack result) {
		takenBack = Optional.of(result);
		changed();
	}

	/** Whether all that is to be taken back is gone. */
	boolean complete() {
		return takenBack.filter(TakenBack::complete).isPresent();
	}
}
