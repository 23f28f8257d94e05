package dev.latchkey.ui.internal.view;

import java.time.Instant;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
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

		private final Icons icons;
		private final Font bold;

		Pictures(Control owner) {
			icons = new Icons(owner);
			bold = new LocalResourceManager(JFaceResources.getResources(), owner)
					.create(FontDescriptor.createFrom(owner.getFont()).setStyle(SWT.BOLD));
		}

		Image of(Mark mark) {
			return icons.of(mark);
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
		return row instanceof GroupRow ? pictures.bold : null;
	}

	@Override
	public String getToolTipText(Object row) {
		return column == OrganizationColumn.STATE && row instanceof OrganizationRow organization
				? Attention.of(organization.connection(), organization.health(), Instant.now()).map(Attention::text).orElse(getText(row))
				: getText(row);
	}
}
