package dev.latchkey.ui.internal.properties;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.model.IWorkbenchAdapter;
import org.eclipse.ui.model.WorkbenchAdapter;

import dev.latchkey.connection.Connection;

/** Tells the workbench what connections are called, for the titles of its dialogs. */
public final class ConnectionNames implements IAdapterFactory {

	private final IWorkbenchAdapter names = new WorkbenchAdapter() {
		@Override
		public String getLabel(Object connection) {
			return ((Connection) connection).name();
		}
	};

	@Override
	public <T> T getAdapter(Object adapted, Class<T> type) {
		return type.isInstance(names) ? type.cast(names) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IWorkbenchAdapter.class };
	}
}
