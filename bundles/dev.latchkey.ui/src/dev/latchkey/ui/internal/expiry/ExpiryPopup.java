package dev.latchkey.ui.internal.expiry;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.WizardOpener;
import dev.latchkey.ui.internal.forms.Controls;

/**
 * The platform's notification, one for all connections. It takes no focus and goes by itself; the view tells the same for as
 * long as it is true.
 */
final class ExpiryPopup {

	private static final long SHOWN_MILLIS = TimeUnit.MINUTES.toMillis(1);
	private static final int WIDTH_IN_CHARS = 48;

	private final ExpiryNews news;
	private Label title;

	private ExpiryPopup(ExpiryNews news) {
		this.news = news;
	}

	/** To be called in the user interface thread. */
	static void open(Display display, ExpiryNews news) {
		ExpiryPopup popup = new ExpiryPopup(news);
		NotificationPopup.forDisplay(display).title(popup::createTitle, true).content(popup::create).delay(SHOWN_MILLIS)
				.fadeIn(false).open();
	}

	private Control createTitle(Composite parent) {
		title = new Label(parent, SWT.NONE);
		title.setText(Messages.ExpiryPopup_title);
		return title;
	}

	private Control create(Composite parent) {
		parent.getShell().setText(Messages.ExpiryPopup_title);
		// the theme's instead of the platform's black on dark and light on white
		title.setForeground(null);
		parent.setBackground(null);
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		Label text = Controls.identify(new Label(body, SWT.WRAP), WidgetIds.EXPIRY_TEXT);
		text.setText(LegacyActionTools.escapeMnemonics(ExpiryText.of(news)));
		int width = new PixelConverter(text).convertWidthInCharsToPixels(WIDTH_IN_CHARS);
		GridDataFactory.fillDefaults().grab(true, false).hint(width, SWT.DEFAULT).applyTo(text);
		alert(text);
		Link show = Controls.identify(new Link(body, SWT.NONE), WidgetIds.EXPIRY_SHOW);
		show.setText(Messages.ExpiryPopup_show);
		show.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show(body)));
		return body;
	}

	/** Lets screen readers say the text although it gets no focus. */
	private static void alert(Label text) {
		text.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_ALERT;
			}
		});
	}

	private void show(Control body) {
		List<UUID> ids = Stream.of(news.ended(), news.ending(), news.removable()).flatMap(List::stream).map(Connection::id)
				.distinct().toList();
		IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
		IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		body.getShell().close();
		if (active != null || windows.length > 0) {
			new WizardOpener(active == null ? windows[0] : active).show(ids);
		}
	}
}
