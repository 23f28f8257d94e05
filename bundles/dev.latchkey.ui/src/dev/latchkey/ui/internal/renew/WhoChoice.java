package dev.latchkey.ui.internal.renew;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Notice;

/** Asks whether the application does it itself, or an administrator who signs in. */
final class WhoChoice {

	private final OrganizationModel model;
	private final Button itself;
	private final Button administrator;

	WhoChoice(Composite body, OrganizationModel model, String heading, String itselfText) {
		this.model = model;
		Controls.heading(body, heading);
		Composite row = Controls.row(body, 1);
		itself = choice(row, itselfText, WidgetIds.RENEW_ITSELF, () -> model.setByAdministrator(false));
		administrator = choice(row, Messages.WhoChoice_administrator, WidgetIds.RENEW_ADMINISTRATOR,
				() -> model.setByAdministrator(true));
	}

	/** A radio button in a row of its own kind. */
	static Button choice(Composite parent, String text, String id, Runnable chosen) {
		Button button = Controls.choice(parent, SWT.RADIO, text, id);
		GridDataFactory.fillDefaults().applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (button.getSelection()) {
				chosen.run();
			}
		}));
		return button;
	}

	void show() {
		itself.setSelection(!model.byAdministrator());
		administrator.setSelection(model.byAdministrator());
	}

	/** What keeps an administrator from doing it. */
	Optional<Notice> obstacle() {
		return obstacle(model);
	}

	static Optional<Notice> obstacle(OrganizationModel model) {
		if (!model.byAdministrator()) {
			return Optional.empty();
		}
		if (!model.oneOrganization()) {
			return Notice.error(Messages.WhoChoice_oneOrganization);
		}
		return model.tenant().isPresent() ? Optional.empty() : Notice.error(Messages.WhoChoice_noCloud);
	}
}
