package dev.latchkey.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Standing;

/** What is said beside the filter. */
class FilterRowTest {

	private final OrganizationRows rows = new OrganizationRows();

	@Test
	void whatIsWellIsOnlyCounted() {
		rows.fill(List.of(Samples.row("Contoso", Standing.CONNECTED, 300)));
		assertEquals(Messages.FilterRow_one, FilterRow.summary(rows));
		rows.filter("nobody");
		assertEquals(NLS.bind(Messages.FilterRow_someOne, 0), FilterRow.summary(rows));
		rows.filter("");
		rows.fill(List.of(Samples.row("Contoso", Standing.CONNECTED, 300), Samples.row("Fabrikam", Standing.CONNECTED, 300)));
		assertEquals(NLS.bind(Messages.FilterRow_all, 2), FilterRow.summary(rows));
	}

	@Test
	void whatIsNotWellIsCountedByStateAlsoWhenTheFilterHidesIt() {
		rows.fill(List.of(Samples.row("Contoso", Standing.CONNECTED, 300), Samples.row("Fabrikam", Standing.EXPIRES_SOON, 3),
				Samples.row("Litware", Standing.EXPIRED, -3), Samples.row("Tailspin", Standing.EXPIRED, -4)));
		rows.filter("contoso");
		String number = NLS.bind(Messages.FilterRow_some, 1, 4);
		assertEquals(NLS.bind(Messages.FilterRow_summary, number,
				Standing.EXPIRED.title() + ": 2, " + Standing.EXPIRES_SOON.title() + ": 1"), FilterRow.summary(rows));
	}
}
