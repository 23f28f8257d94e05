package dev.latchkey.ui.internal.certificate;

import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** Whether the key of a file is copied, or the file is used where it lies. */
final class PlaceChoice {

	private final KeepingPlaces places;
	private final SelectObservableValue<Boolean> linked;
	private final Button link;

	PlaceChoice(Composite body, Realm realm, KeepingPlaces places) {
		this.places = places;
		linked = new SelectObservableValue<>(realm, Boolean.class);
		String place = LegacyActionTools.escapeMnemonics(places.importer().orElse(Messages.CertificateInstaller_defaultStore));
		Button copy = Controls.choice(body, SWT.RADIO, NLS.bind(Messages.FilePage_copy, place), WidgetIds.FILE_COPY);
		link = Controls.choice(body, SWT.RADIO, Messages.FilePage_link, WidgetIds.FILE_LINK);
		copy.setEnabled(places.importer().isPresent());
		linked.addOption(false, WidgetProperties.buttonSelection().observe(copy));
		linked.addOption(true, WidgetProperties.buttonSelection().observe(link));
	}

	/** True when the file is used where it lies. */
	SelectObservableValue<Boolean> linked() {
		return linked;
	}

	/** @param possible whether what was read can be read in the same way again, by a path and a password alone */
	void allowLinking(boolean possible) {
		link.setEnabled(possible && places.linking());
	}
}
