package dev.latchkey.ui.internal.properties;

import java.util.List;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Runs, and below each of them its changes. */
final class HistoryContent implements ITreeContentProvider {

	@Override
	public Object[] getElements(Object input) {
		return ((List<?>) input).toArray();
	}

	@Override
	public Object[] getChildren(Object row) {
		return ((HistoryRow) row).changes().toArray();
	}

	@Override
	public Object getParent(Object row) {
		return null;
	}

	@Override
	public boolean hasChildren(Object row) {
		return !((HistoryRow) row).changes().isEmpty();
	}
}
