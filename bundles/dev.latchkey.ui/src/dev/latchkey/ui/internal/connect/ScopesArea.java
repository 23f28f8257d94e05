package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.ReadingArea;

/** What the sign-in asks for, and why, one permission a line. */
final class ScopesArea {

	private static final int LINES = 3;

	private final ReadingArea area;

	ScopesArea(Composite body) {
		Controls.heading(body, Messages.SignInPage_scopes);
		area = new ReadingArea(body, Messages.SignInPage_scopes, WidgetIds.SCOPES, LINES);
	}

	/** As long as tenant or certificate are unknown, nothing is asked for. */
	void show(SignInModel model) {
		area.showFirst(List.of(), model.scopesKnown()
				? model.scopes().stream().sorted().map(ScopesArea::line).collect(Collectors.joining("\n")) //$NON-NLS-1$
				: ""); //$NON-NLS-1$
	}

	private static String line(AdminScope scope) {
		return NLS.bind(Messages.SignInPage_scope, scope.reason(), scope.value());
	}
}
