package dev.latchkey.ui.internal.view;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.ui.internal.forms.Mark;

/**
 * The head of a group in the list.
 *
 * @param title what its rows have in common
 * @param picture of the state that they have in common, if it is that
 * @param count how many rows follow
 */
record GroupRow(String title, Optional<Mark> picture, int count) implements ShownRow {

	@Override
	public String text(OrganizationColumn column) {
		return column == OrganizationColumn.NAME ? NLS.bind(Messages.GroupRow_title, title, count) : ""; //$NON-NLS-1$
	}
}
