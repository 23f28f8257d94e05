package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Compared with what C compilers say of the header files on each platform. */
class LayoutTest {

	@Test
	void structuresHavePaddingOnLinuxAndMacOs() {
		assertArrayEquals(new int[] { 24, 8, 16, 8, 16, 32, 48 }, offsets(new Layout(8, 8, false)));
	}

	@Test
	void structuresHaveNoPaddingOnWindows() {
		assertArrayEquals(new int[] { 16, 4, 12, 2, 10, 32, 44 }, offsets(new Layout(4, 8, true)));
	}

	private static int[] offsets(Layout layout) {
		return new int[] { layout.sizeOfTriple(), layout.pointerInTriple(), layout.lengthInTriple(), layout.functionInList(0),
				layout.functionInList(1), layout.flagsInInitialization(), layout.sizeOfInitialization() };
	}

	@Test
	void numbersSurvive() {
		for (long number : new long[] { 0, 1, 0x80000000L, 0xFFFFFFFFL }) {
			assertEquals(number, Layout.HERE.number(Layout.HERE.bytes(number)));
		}
		assertEquals(-1, Layout.HERE.number(new byte[3]));
	}
}
