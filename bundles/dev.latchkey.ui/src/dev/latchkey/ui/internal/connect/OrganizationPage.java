package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.jface.databinding.viewers.typed.ViewerProperties;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/** Which services of the organization are used, and in which of Microsoft's clouds it lives. */
public final class OrganizationPage extends FormPage<ConnectInput> {

	private static final ModelProperty<ConnectInput, Cloud> REGION = new ModelProperty<>(Cloud.class,
			ConnectInput::cloud, ConnectInput::setCloud);

	private static final ModelProperty<ConnectInput, PermissionProfile> PROFILE = new ModelProperty<>(
			PermissionProfile.class, ConnectInput::profile, ConnectInput::setProfile);

	private final ConnectModel connect;
	private final Catalogs catalogs;
	private final Optional<Notice> clouds;
	private final ProfileOffer offer;
	private Button teams;
	private Label teamsNote;

	/** @param missingCloud id of a cloud that an edited connection lives in and that is not there any more */
	OrganizationPage(ConnectModel connect, Catalogs catalogs, ProfileOffer offer, Optional<String> missingCloud) {
		super("organization", Messages.OrganizationPage_title, Messages.OrganizationPage_description, connect.input()); //$NON-NLS-1$
		this.connect = connect;
		this.catalogs = catalogs;
		this.offer = offer;
		this.clouds = missingCloud.map(id -> warning(NLS.bind(Messages.OrganizationPage_cloudMissing, id)))
				.or(() -> catalogs.problem().map(OrganizationPage::warning));
	}

	private static Notice warning(String text) {
		return new Notice(Notice.Level.WARNING, text);
	}

	@Override
	protected void createBody(Composite body) {
		Controls.note(body, Messages.OrganizationPage_services);
		service(body, Messages.OrganizationPage_exchange, Service.EXCHANGE, WidgetIds.EXCHANGE);
		service(body, Messages.OrganizationPage_sharePoint, Service.SHAREPOINT, WidgetIds.SHAREPOINT);
		teams = service(body, Messages.OrganizationPage_teams, Service.TEAMS, WidgetIds.TEAMS);
		teamsNote = Controls.indentedNote(body, Messages.OrganizationPage_teamsNeedsBoth);
		Label gap = new Label(body, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).hint(SWT.DEFAULT, LayoutConstants.getSpacing().y).applyTo(gap);
		createRegion(body);
		createProfile(body);
	}

	private Button service(Composite body, String text, Service service, String id) {
		Button button = Controls.choice(body, SWT.CHECK, text, id);
		ModelProperty<ConnectInput, Boolean> used = new ModelProperty<>(Boolean.class, input -> input.uses(service),
				(input, use) -> input.use(service, use));
		bind(WidgetProperties.buttonSelection().observe(button), used);
		return button;
	}

	private void createRegion(Composite body) {
		Controls.label(body, Messages.OrganizationPage_region);
		ComboViewer combo = new ComboViewer(body, SWT.READ_ONLY | SWT.DROP_DOWN);
		Controls.identify(Controls.name(combo.getCombo(), Messages.OrganizationPage_region), WidgetIds.REGION);
		combo.setContentProvider(ArrayContentProvider.getInstance());
		combo.setLabelProvider(LabelProvider.createTextProvider(cloud -> ((Cloud) cloud).name()));
		combo.setInput(catalogs.clouds());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo.getCombo());
		bind(ViewerProperties.singleSelection(Cloud.class).observe(combo), REGION);
		Controls.note(body, Messages.OrganizationPage_regionNote);
	}

	/** Who asks for what; a choice only where there is one. */
	private void createProfile(Composite body) {
		if (offer.profiles().size() == 1) {
			Controls.label(body, LegacyActionTools.removeMnemonics(Messages.OrganizationPage_profile));
			Controls.identify(Controls.label(body, ProfileOffer.text(offer.first())), WidgetIds.PROFILE);
			return;
		}
		Controls.label(body, Messages.OrganizationPage_profile);
		ComboViewer combo = new ComboViewer(body, SWT.READ_ONLY | SWT.DROP_DOWN);
		Controls.identify(Controls.name(combo.getCombo(), Messages.OrganizationPage_profile), WidgetIds.PROFILE);
		combo.setContentProvider(ArrayContentProvider.getInstance());
		combo.setLabelProvider(LabelProvider.createTextProvider(profile -> ProfileOffer.text((PermissionProfile) profile)));
		combo.setInput(offer.profiles());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo.getCombo());
		bind(ViewerProperties.singleSelection(PermissionProfile.class).observe(combo), PROFILE);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			// What was found on later pages is no change of the input.
			refresh();
		}
	}

	@Override
	protected void update() {
		teams.setEnabled(model().teamsPossible());
		teamsNote.setText(
				model().cloud().teams() ? Messages.OrganizationPage_teamsNeedsBoth : Messages.OrganizationPage_noTeams);
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of(new ServicesValidator().apply(model().services()), clouds, offer.problem().map(OrganizationPage::warning),
				connect.regionChange().map(change -> new Notice(Notice.Level.INFO, change.text())));
	}
}
