package dev.latchkey.ui.internal.view;

import java.text.CollationKey;
import java.text.Collator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * A connection in the list, with all that drawing, filtering and sorting ask for again and again.
 *
 * @param health   how it stands today
 * @param region   the name of its cloud, or the cloud's id when it is not known any more
 * @param keys     where its texts stand in the order of the user's language
 * @param searched all texts of the row and its ids, in lower case
 */
record OrganizationRow(Connection connection, Health health, String region, Map<OrganizationColumn, CollationKey> keys,
		String searched) implements ShownRow {

	static OrganizationRow of(Connection connection, Health health, String region, Collator collator) {
		Map<OrganizationColumn, CollationKey> keys = new EnumMap<>(OrganizationColumn.class);
		OrganizationRow plain = new OrganizationRow(connection, health, region, Map.of(), ""); //$NON-NLS-1$
		OrganizationColumn.WORDS.forEach(column -> keys.put(column, collator.getCollationKey(column.text(plain))));
		return new OrganizationRow(connection, health, region, keys, plain.words());
	}

	private String words() {
		Stream<String> columns = Stream.of(OrganizationColumn.values()).map(column -> column.text(this));
		Stream<String> ids = Stream.of(connection.applicationId(), connection.tenantId(), connection.account().orElse(""), //$NON-NLS-1$
				connection.certificate().sha256());
		return Stream.concat(columns, ids).collect(Collectors.joining("\n")).toLowerCase(Locale.getDefault()); //$NON-NLS-1$
	}

	@Override
	public String text(OrganizationColumn column) {
		return column.text(this);
	}

	@Override
	public Optional<Mark> picture() {
		return Optional.of(mark());
	}

	Mark mark() {
		return StandingText.mark(health.standing());
	}

	UUID id() {
		return connection.id();
	}

	/** Microsoft's names of the services, in their usual order. */
	String services() {
		return connection.services().stream().sorted().map(Service::productName).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}
}
