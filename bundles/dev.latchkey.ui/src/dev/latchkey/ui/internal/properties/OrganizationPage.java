package dev.latchkey.ui.internal.properties;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Clipboards;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.StateLine;
import dev.latchkey.ui.internal.view.StandingText;

/** Which organization it is, and how the connection stands. */
public final class OrganizationPage extends ConnectionPage<OrganizationFacts> {

	private static final int DETAIL_LINES = 6;

	private Facts facts;
	private StateLine state;
	private Text details;
	private Optional<OrganizationFacts> shown = Optional.empty();

	public OrganizationPage() {
		super("organizationProperties"); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite parent) {
		facts = new Facts(parent, OrganizationFacts.labels());
		Controls.label(parent, Messages.OrganizationPage_state);
		state = new StateLine(parent, Messages.OrganizationPage_state, WidgetIds.PROPERTIES_STATE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(state.control());
		Controls.heading(parent, Messages.OrganizationPage_details);
		details = Controls.reading(parent, Messages.OrganizationPage_details, WidgetIds.PROPERTIES_DETAILS, DETAIL_LINES);
		Controls.push(parent, Messages.OrganizationPage_copy, WidgetIds.PROPERTIES_COPY,
				() -> shown.ifPresent(content -> Clipboards.copy(parent, content.copied(StandingText.of(content.health())))));
		state.show(Mark.RUNNING, ""); //$NON-NLS-1$
	}

	@Override
	OrganizationFacts read(Connection connection, Sources sources, IProgressMonitor monitor) {
		return OrganizationFacts.of(connection, sources, sources.health().of(connection, Instant.now()));
	}

	@Override
	void show(OrganizationFacts content) {
		shown = Optional.of(content);
		facts.show(content.facts());
		state.show(StandingText.mark(content.health().standing()), StandingText.of(content.health()));
		details.setText(content.told());
	}
}
