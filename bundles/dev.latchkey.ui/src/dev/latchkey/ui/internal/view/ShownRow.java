package dev.latchkey.ui.internal.view;

import java.util.Optional;

import dev.latchkey.ui.internal.forms.Mark;

/** What a row of the list shows. */
sealed interface ShownRow permits OrganizationRow, GroupRow {

	String text(OrganizationColumn column);

	/** The picture of its state; empty when what it shows has none. */
	Optional<Mark> picture();
}
