package dev.latchkey.ui.internal.view;

import java.util.Comparator;
import java.util.Optional;

import dev.latchkey.ui.internal.forms.Mark;

/** By what the list is divided. The names are kept in the memory of workbenches. */
enum Grouping {

	NONE, STATE, REGION;

	String title() {
		return switch (this) {
		case NONE -> Messages.Grouping_none;
		case STATE -> Messages.Grouping_state;
		case REGION -> Messages.Grouping_region;
		};
	}

	/** What the rows of a group have in common; the same for all when nothing is divided. */
	String group(OrganizationRow row) {
		return switch (this) {
		case NONE -> ""; //$NON-NLS-1$
		case STATE -> row.health().standing().title();
		case REGION -> row.region();
		};
	}

	Optional<Mark> picture(OrganizationRow row) {
		return this == STATE ? row.picture() : Optional.empty();
	}

	/** The order of the groups, the worst state first. */
	Comparator<OrganizationRow> order() {
		return switch (this) {
		case NONE -> (one, other) -> 0;
		case STATE -> Comparator.comparing(row -> row.health().standing());
		case REGION -> OrganizationColumn.REGION.order();
		};
	}
}
