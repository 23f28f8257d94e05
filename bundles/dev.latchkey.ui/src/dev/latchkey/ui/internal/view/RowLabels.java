package dev.latchkey.ui.internal.view;

import java.time.Instant;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;

/** Draws a column of the list. */
final class RowLabels extends ColumnLabelProvider {

	/** What all columns draw with; lives as long as its control. */
	static final class Pictures {

		private final Control owner;
		private final Icons icons;
		private final LocalResourceManager fonts;
		private Font plain;

		Pictures(TableViewer viewer) {
			owner = viewer.getTable();
			icons = new Icons(owner, viewer::refresh);
			fonts = new LocalResourceManager(JFaceResources.getResources(), owner);
			plain = owner.getFont();
			owner.addPaintListener(event -> adapt(viewer));
		}

		/** The platform gives lists in views a font, which somebody may change while they are open. */
		private void adapt(TableViewer viewer) {
			if (!plain.equals(owner.getFont())) {
				plain = owner.getFont();
				owner.getDisplay().asyncExec(() -> {
					if (!owner.isDisposed()) {
						viewer.refresh();
					}
				});
			}
		}

		Image of(Mark mark) {
			return icons.of(mark);
		}

		private Font bold() {
			return fonts.create(FontDescriptor.createFrom(plain).setStyle(SWT.BOLD));
		}
	}

	private final OrganizationColumn column;
	private final Pictures pictures;

	RowLabels(OrganizationColumn column, Pictures pictures) {
		this.column = column;
		this.pictures = pictures;
	}

	@Override
	public String getText(Object row) {
		return ((ShownRow) row).text(column);
	}

	@Override
	public Image getImage(Object row) {
		return column == OrganizationColumn.STATE ? ((ShownRow) row).picture().map(pictures::of).orElse(null) : null;
	}

	@Override
	public Font getFont(Object row) {
		return row instanceof GroupRow ? pictures.bold() : null;
	}

	@Override
	public String getToolTipText(Object row) {
		return column == OrganizationColumn.STATE && row instanceof OrganizationRow organization
				? Attention.of(organization.connection(), organization.health(), Instant.now()).map(Attention::text).orElse(getText(row))
				: getText(row);
	}
}
