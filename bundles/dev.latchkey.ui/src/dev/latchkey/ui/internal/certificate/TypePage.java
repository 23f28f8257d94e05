package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.certificate.CertificateChoice.Source;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.ModelProperty;
import dev.latchkey.ui.internal.forms.Notice;

/** Where the certificate comes from. */
public final class TypePage extends FormPage<CertificateChoice> {

	private static final ModelProperty<CertificateChoice, Source> SOURCE = new ModelProperty<>(Source.class,
			CertificateChoice::source, CertificateChoice::setSource);

	public TypePage(CertificateChoice choice) {
		super("type", Messages.TypePage_title, Messages.TypePage_description, choice); //$NON-NLS-1$
	}

	@Override
	protected void createBody(Composite body) {
		SelectObservableValue<Source> selected = new SelectObservableValue<>(realm(), Source.class);
		option(body, selected, Source.GENERATE, Messages.TypePage_generate, WidgetIds.TYPE_GENERATE);
		Controls.indentedNote(body, Messages.TypePage_generateNote);
		option(body, selected, Source.STORE, Messages.TypePage_store, WidgetIds.TYPE_STORE);
		Controls.indentedNote(body, Messages.TypePage_storeNote);
		option(body, selected, Source.FILE, Messages.TypePage_file, WidgetIds.TYPE_FILE);
		Controls.indentedNote(body, Messages.TypePage_fileNote);
		bind(selected, SOURCE);
	}

	private static void option(Composite body, SelectObservableValue<Source> selected, Source source, String text,
			String id) {
		Button button = Controls.choice(body, SWT.RADIO, text, id);
		selected.addOption(source, WidgetProperties.buttonSelection().observe(button));
	}

	@Override
	protected List<Optional<Notice>> notices() {
		return List.of();
	}
}
