package dev.latchkey.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Standing;

/** Sorting, filtering and grouping of the organizations. */
class OrganizationRowsTest {

	private final OrganizationRows rows = new OrganizationRows();

	@BeforeEach
	void fill() {
		rows.fill(List.of(Samples.row("Woodgrove", "china", Standing.CONNECTED, 300),
				Samples.row("contoso", "global", Standing.EXPIRED, -3), Samples.row("Fabrikam", "global", Standing.EXPIRES_SOON, 12),
				Samples.row("Adatum", "global", Standing.CONNECTED, 200), Samples.row("Litware", "china", Standing.NOT_VERIFIED, 90)));
	}

	private List<String> names() {
		return rows.shown().stream().map(row -> row instanceof GroupRow group ? group.title() + "=" + group.count()
				: row.text(OrganizationColumn.NAME)).toList();
	}

	@Test
	void namesAreSortedAsWordsAreWhateverTheirCase() {
		assertEquals(List.of("Adatum", "contoso", "Fabrikam", "Litware", "Woodgrove"), names());
		rows.sort(OrganizationColumn.NAME, true);
		assertEquals(List.of("Woodgrove", "Litware", "Fabrikam", "contoso", "Adatum"), names());
	}

	@Test
	void theWorstStateComesFirstAndOfTheSameWhatEndsEarlier() {
		rows.sort(OrganizationColumn.STATE, false);
		assertEquals(List.of("contoso", "Litware", "Fabrikam", "Adatum", "Woodgrove"), names());
	}

	@Test
	void certificatesAreSortedByTheirEndAndNotByItsText() {
		rows.sort(OrganizationColumn.ENDS, false);
		assertEquals(List.of("contoso", "Fabrikam", "Litware", "Adatum", "Woodgrove"), names());
	}

	@Test
	void everyWordOfTheFilterHasToBeThere() {
		rows.filter(" FABRIKAM exchange ");
		assertEquals(List.of("Fabrikam"), names());
		rows.filter("fabrikam sharepoint");
		assertEquals(List.of(), names());
		rows.filter("");
		assertEquals(5, names().size());
	}

	@Test
	void aStateADomainAnIdAndAThumbprintAreFound() {
		rows.filter(Standing.NOT_VERIFIED.title());
		assertEquals(List.of("Litware"), names());
		rows.filter("contoso.example");
		assertEquals(List.of("contoso"), names());
		rows.filter("1f0e2d3c-4b5a");
		assertEquals(5, names().size());
		rows.filter("6A:B6:AB");
		assertEquals(List.of("Adatum"), names());
	}

	@Test
	void groupsByStateBeginWithTheWorstAndCountTheirRows() {
		rows.group(Grouping.STATE);
		assertEquals(List.of(Standing.EXPIRED.title() + "=1", "contoso", Standing.NOT_VERIFIED.title() + "=1", "Litware",
				Standing.EXPIRES_SOON.title() + "=1", "Fabrikam", Standing.CONNECTED.title() + "=2", "Adatum", "Woodgrove"), names());
	}

	@Test
	void aGroupWithoutARowLeftByTheFilterIsNotShown() {
		rows.group(Grouping.REGION);
		rows.filter("wood");
		assertEquals(List.of("china=1", "Woodgrove"), names());
		assertEquals(1, rows.count());
		assertEquals(5, rows.all().size());
	}

	@Test
	void placesCountTheHeadsOfGroups() {
		rows.group(Grouping.REGION);
		OrganizationRow contoso = rows.all().stream().filter(row -> row.connection().name().equals("contoso")).findFirst()
				.orElseThrow();
		assertEquals(names().indexOf("contoso"), rows.place(contoso.id()));
		rows.filter("wood");
		assertNull(rows.place(contoso.id()));
	}
}
