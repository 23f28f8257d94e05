package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines for people, fitted to the width of their terminal. */
final class Page {

	private static final int MIN_FLEXIBLE = 12;
	private static final String GAP = "  "; //$NON-NLS-1$

	private final int width;
	private final StringBuilder text = new StringBuilder();

	/** @param width columns, 0 for as many as it takes */
	Page(int width) {
		this.width = width;
	}

	void line(String line) {
		text.append(line.stripTrailing()).append('\n');
	}

	/** Labels and values; long values go on below themselves. */
	void field(String label, int labelWidth, String value) {
		String indent = GAP + " ".repeat(labelWidth) + GAP; //$NON-NLS-1$
		List<String> lines = wrap(Printable.of(value), indent.length());
		line(GAP + pad(label, labelWidth) + GAP + lines.get(0));
		lines.subList(1, lines.size()).forEach(each -> line(indent + each));
	}

	/** Rows of one length; the first column gives way where the terminal is narrow. */
	void table(List<List<String>> rows) {
		List<List<String>> cells = rows.stream().map(row -> row.stream().map(Printable::of).toList()).toList();
		int[] widths = new int[cells.get(0).size()];
		for (List<String> row : cells) {
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(widths[i], length(row.get(i)));
			}
		}
		shrink(widths);
		for (List<String> row : cells) {
			List<String> padded = new ArrayList<>();
			for (int i = 0; i < widths.length; i++) {
				padded.add(pad(cut(row.get(i), widths[i]), widths[i]));
			}
			line(String.join(GAP, padded));
		}
	}

	private void shrink(int[] widths) {
		int all = (widths.length - 1) * GAP.length();
		for (int each : widths) {
			all += each;
		}
		if (width > 0 && all > width) {
			widths[0] = Math.max(Math.min(MIN_FLEXIBLE, widths[0]), widths[0] - (all - width));
		}
	}

	private List<String> wrap(String value, int indent) {
		int room = width - indent;
		if (width == 0 || room < MIN_FLEXIBLE) {
			return List.of(value);
		}
		List<String> lines = new ArrayList<>();
		String rest = value;
		while (length(rest) > room) {
			int end = rest.offsetByCodePoints(0, room);
			int space = rest.lastIndexOf(' ', end);
			int cut = space > 0 ? space : end;
			lines.add(rest.substring(0, cut));
			rest = rest.substring(cut).stripLeading();
		}
		lines.add(rest);
		return lines;
	}

	private static String cut(String cell, int width) {
		return length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + '…';
	}

	private static String pad(String cell, int width) {
		return cell + " ".repeat(Math.max(0, width - length(cell))); //$NON-NLS-1$
	}

	private static int length(String cell) {
		return cell.codePointCount(0, cell.length());
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
