package dev.latchkey.ui.internal.view;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.SelectedConnections;

/** Tells the workbench which {@link Connection connections} are selected. */
final class OrganizationSelection implements ISelectionProvider {

	private final OrganizationsTable table;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

	OrganizationSelection(OrganizationsTable table) {
		this.table = table;
	}

	void changed() {
		SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
		listeners.forEach(listener -> listener.selectionChanged(event));
	}

	@Override
	public ISelection getSelection() {
		return new StructuredSelection(table.selectedRows().stream().map(OrganizationRow::connection).toList());
	}

	@Override
	public void setSelection(ISelection selection) {
		table.select(SelectedConnections.in(selection).stream().map(Connection::id).toList());
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}
}
