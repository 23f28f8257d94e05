package dev.latchkey.ui.internal.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;

/** Gives a table columns whose widths follow the table's and the font's. */
public final class Tables {

	private static final int MINIMUM_WIDTH_IN_CHARS = 10;
	/** Titles are bold, and the sorted one has an arrow. */
	private static final int TITLE_MARGIN_IN_CHARS = 4;
	private static final int TEXT_MARGIN_IN_CHARS = 3;
	private static final int PICTURE_WIDTH = 16;

	private final TableViewer viewer;
	private final TableColumnLayout layout = new TableColumnLayout();
	private final Map<TableColumn, Integer> kept = new HashMap<>();

	public Tables(TableViewer viewer) {
		this.viewer = viewer;
		viewer.getTable().setHeaderVisible(true);
		viewer.getTable().setLinesVisible(false);
		ColumnViewerToolTipSupport.enableFor(viewer);
	}

	public TableColumn add(String title, int weight, Function<Object, String> text) {
		return add(title, weight, text, row -> null);
	}

	/** @param weight share of the table's width, which is also the column's preferred width in characters */
	public TableColumn add(String title, int weight, Function<Object, String> text, Function<Object, Image> image) {
		return add(title, weight, new ColumnLabelProvider() {
			@Override
			public String getText(Object row) {
				return text.apply(row);
			}

			@Override
			public Image getImage(Object row) {
				return image.apply(row);
			}

			@Override
			public String getToolTipText(Object row) {
				return text.apply(row);
			}
		});
	}

	public TableColumn add(String title, int weight, ColumnLabelProvider labels) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(labels);
		keep(column.getColumn(), weight, List.of());
		return column.getColumn();
	}

	/** Never lets the column become too narrow for one of these texts with a picture before it; others give way. */
	public void keep(TableColumn column, int weight, List<String> texts) {
		PixelConverter chars = new PixelConverter(JFaceResources.getDialogFont());
		int title = chars.convertWidthInCharsToPixels(
				Math.max(MINIMUM_WIDTH_IN_CHARS, column.getText().length() + TITLE_MARGIN_IN_CHARS));
		int margins = PICTURE_WIDTH + chars.convertWidthInCharsToPixels(TEXT_MARGIN_IN_CHARS);
		int least = Math.max(title, widest(texts) + margins);
		layout.setColumnData(column, new ColumnWeightData(weight, least));
		kept.put(column, texts.isEmpty() ? 0 : least);
	}

	private int widest(List<String> texts) {
		GC gc = new GC(viewer.getTable());
		try {
			gc.setFont(JFaceResources.getDialogFont());
			return texts.stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0);
		} finally {
			gc.dispose();
		}
	}

	/**
	 * Gives a column the width that somebody chose, or more for texts that it keeps whole: languages and fonts change. A wider
	 * table shares its room by these widths.
	 */
	public void setWidth(TableColumn column, int pixels) {
		int width = Math.max(pixels, kept.get(column));
		layout.setColumnData(column, new ColumnWeightData(width, width));
	}

	/** Lets the table take the parent, which is its own, with room for some rows. */
	public void fill(Composite parent, int rows) {
		parent.setLayout(layout);
		int height = viewer.getTable().getItemHeight() * rows + viewer.getTable().getHeaderHeight();
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(Controls.noteWidth(parent), height).applyTo(parent);
	}
}
