package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class PageTest {

	private static final List<List<String>> ROWS = List.of(List.of("NAME", "UNTIL"), List.of("A certificate with a long name", "2026-01-01"),
			List.of("日本", "2027-01-01"));

	@Test
	void columnsAreAligned() {
		Page page = new Page(0);
		page.table(ROWS);
		assertEquals("""
				NAME                            UNTIL
				A certificate with a long name  2026-01-01
				日本                              2027-01-01
				""", page.toString());
	}

	@Test
	void theFirstColumnGivesWay() {
		Page page = new Page(30);
		page.table(ROWS);
		assertEquals("""
				NAME                UNTIL
				A certificate wit…  2026-01-01
				日本                  2027-01-01
				""", page.toString());
	}

	@Test
	void longValuesGoOnBelowThemselves() {
		Page page = new Page(30);
		page.field("Key", 5, "one two three four five sixseveneightnineteneleven");
		assertEquals("""
				  Key    one two three four
				         five
				         sixseveneightninetene
				         leven
				""", page.toString());
	}

	@Test
	void nothingThatFilesSaySteersTheTerminal() {
		Page page = new Page(0);
		page.field("Name", 4, "a\u001b[2Jb\u0085c\u202ed\ne");
		assertEquals("  Name  a\ufffd[2Jb\ufffdc\ufffdd\ufffde\n", page.toString());
	}
}
