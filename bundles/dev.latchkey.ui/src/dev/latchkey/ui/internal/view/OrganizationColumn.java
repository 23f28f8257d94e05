package dev.latchkey.ui.internal.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import dev.latchkey.ui.internal.forms.Formats;

/** A column of the list. The names are kept in the memory of workbenches. */
enum OrganizationColumn {

	NAME(26, row -> row.connection().name()),
	STATE(24, row -> StandingText.of(row.health())),
	DOMAIN(22, row -> row.connection().domain()),
	SERVICES(24, OrganizationRow::services),
	REGION(14, OrganizationRow::region),
	ENDS(16, row -> Formats.date(row.connection().certificateEnds())),
	VERIFIED(16, row -> row.connection().verified().map(Formats::time).orElse("")); //$NON-NLS-1$

	/** Those that are sorted as the user's language sorts words. */
	static final List<OrganizationColumn> WORDS = List.of(NAME, DOMAIN, SERVICES, REGION);

	private final int weight;
	private final Function<OrganizationRow, String> text;

	OrganizationColumn(int weight, Function<OrganizationRow, String> text) {
		this.weight = weight;
		this.text = text;
	}

	/** Its share of the width. */
	int weight() {
		return weight;
	}

	String title() {
		return switch (this) {
		case NAME -> Messages.OrganizationColumn_name;
		case STATE -> Messages.OrganizationColumn_state;
		case DOMAIN -> Messages.OrganizationColumn_domain;
		case SERVICES -> Messages.OrganizationColumn_services;
		case REGION -> Messages.OrganizationColumn_region;
		case ENDS -> Messages.OrganizationColumn_ends;
		case VERIFIED -> Messages.OrganizationColumn_verified;
		};
	}

	String text(OrganizationRow row) {
		return text.apply(row);
	}

	/** What is worse or ends earlier comes first. */
	Comparator<OrganizationRow> order() {
		return switch (this) {
		case STATE -> Comparator.comparing((OrganizationRow row) -> row.health().standing())
				.thenComparing(row -> row.connection().certificateEnds());
		case ENDS -> Comparator.comparing(row -> row.connection().certificateEnds());
		case VERIFIED -> Comparator.comparing(row -> row.connection().verified().orElse(Instant.MIN));
		case NAME, DOMAIN, SERVICES, REGION -> Comparator.comparing(row -> row.keys().get(this));
		};
	}
}
