package dev.latchkey.ui.internal.forms;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.Bullet;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/**
 * Read-only text of some lines over the whole width, to be selected and copied, with notices that have their pictures before
 * them. One control for all, so that keyboards and screen readers reach every notice; Tab leaves it.
 */
public final class ReadingArea {

	private static final int MARGIN = 4;

	private final StyledText text;
	private final Icons icons;
	private List<Notice> shown = List.of();
	private int firstNotice;

	public ReadingArea(Composite parent, String label, String id, int lines) {
		text = Controls.identify(Controls.name(new StyledText(parent,
				SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL), label), id);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setAlwaysShowScrollBars(false);
		text.addPaintObjectListener(ReadingArea::paint);
		icons = new Icons(text, this::mark);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1)
				.hint(Controls.noteWidth(text), text.getLineHeight() * lines + 2 * MARGIN).applyTo(text);
	}

	public StyledText control() {
		return text;
	}

	/** Shows the notices, one a line, and then the text. */
	public void showFirst(List<Notice> notices, String what) {
		show(notices, String.join("\n", notices.stream().map(Notice::text).toList()) //$NON-NLS-1$
				+ (notices.isEmpty() || what.isEmpty() ? "" : "\n") + what, 0); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Shows the text, and then the notices, one a line. */
	public void showLast(String what, List<Notice> notices) {
		String start = what.isEmpty() || notices.isEmpty() ? what : what + '\n';
		show(notices, start + String.join("\n", notices.stream().map(Notice::text).toList()), //$NON-NLS-1$
				(int) start.chars().filter(each -> each == '\n').count());
	}

	private void show(List<Notice> notices, String whole, int firstLine) {
		if (whole.equals(text.getText()) && notices.equals(shown)) {
			return;
		}
		shown = List.copyOf(notices);
		firstNotice = firstLine;
		text.setText(whole);
		mark();
	}

	private void mark() {
		for (int index = 0; index < shown.size(); index++) {
			mark(firstNotice + index, icons.of(shown.get(index).level().mark()));
		}
	}

	private void mark(int line, Image picture) {
		if (picture == null) {
			return;
		}
		Rectangle size = picture.getBounds();
		int width = size.width + LayoutConstants.getSpacing().x;
		StyleRange style = new StyleRange();
		style.metrics = new GlyphMetrics(0, 0, width);
		style.data = picture;
		text.setLineBullet(line, 1, new Bullet(ST.BULLET_CUSTOM, style));
		text.setLineWrapIndent(line, 1, width);
	}

	private static void paint(PaintObjectEvent event) {
		if (event.bullet != null && event.bullet.style.data instanceof Image picture) {
			int room = event.ascent + event.descent - picture.getBounds().height;
			event.gc.drawImage(picture, event.x, event.y + room / 2);
		}
	}
}
