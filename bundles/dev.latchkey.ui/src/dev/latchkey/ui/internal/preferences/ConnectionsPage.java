package dev.latchkey.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;

/** What new connections begin with, and when to warn of certificates that end. Takes effect at once. */
public final class ConnectionsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private final OsgiServices services = new OsgiServices();
	private CloudEditor cloud;

	public ConnectionsPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Choices.QUALIFIER);
		// A product's own defaults stay: only what it has not set is set here.
		if (store.getDefaultString(Choices.CLOUD).isEmpty()) {
			store.setDefault(Choices.CLOUD, MicrosoftClouds.GLOBAL.id());
		}
		setDefault(store, Choices.KEY_BITS, SelfSignedRequest.DEFAULT_KEY_BITS);
		setDefault(store, Choices.VALIDITY_MONTHS, SelfSignedRequest.DEFAULT_VALIDITY_MONTHS);
		if (store.getDefaultString(Choices.EXPIRY_NOTIFIED).isEmpty()) {
			store.setDefault(Choices.EXPIRY_NOTIFIED, true);
		}
		setPreferenceStore(store);
	}

	private static void setDefault(IPreferenceStore store, String key, int value) {
		if (store.getDefaultInt(key) == 0) {
			store.setDefault(key, value);
		}
	}

	@Override
	public void performHelp() {
		Help.show("defaults"); //$NON-NLS-1$
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		Help.on(body, "defaults"); //$NON-NLS-1$
		Narrow.note(body, Messages.ConnectionsPage_description);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(super.createContents(body));
		PlatformLinks.create(body, getContainer());
		return body;
	}

	@Override
	protected void createFieldEditors() {
		cloud = new CloudEditor(services.lazy(CloudCatalog.class)::clouds, getFieldEditorParent());
		addField(cloud);
		addField(keySize());
		addField(validity());
		addField(new WarningDaysEditor(getFieldEditorParent()));
		Composite parent = getFieldEditorParent();
		BooleanFieldEditor notify = new BooleanFieldEditor(Choices.EXPIRY_NOTIFIED, Messages.ConnectionsPage_notify, parent);
		Controls.identify(notify.getDescriptionControl(parent), WidgetIds.EXPIRY_NOTIFIED);
		addField(notify);
	}

	private ComboFieldEditor keySize() {
		Composite parent = getFieldEditorParent();
		ComboFieldEditor editor = new ComboFieldEditor(Choices.KEY_BITS, Messages.ConnectionsPage_keySize, keySizes(), parent);
		Narrow.combo(parent, Messages.ConnectionsPage_keySize, WidgetIds.NEW_KEY_SIZE);
		return editor;
	}

	/** Begins to read only when everything is loaded, so that nothing known is overwritten. */
	@Override
	protected void initialize() {
		super.initialize();
		cloud.read();
	}

	private static String[][] keySizes() {
		return SelfSignedRequest.KEY_BITS.stream().sorted().map(String::valueOf)
				.map(bits -> new String[] { NLS.bind(Messages.ConnectionsPage_bits, bits), bits }).toArray(String[][]::new);
	}

	private IntegerFieldEditor validity() {
		Composite parent = getFieldEditorParent();
		IntegerFieldEditor editor = new IntegerFieldEditor(Choices.VALIDITY_MONTHS, Messages.ConnectionsPage_validity, parent);
		editor.setValidRange(SelfSignedRequest.MIN_VALIDITY_MONTHS, SelfSignedRequest.MAX_VALIDITY_MONTHS);
		editor.setErrorMessage(NLS.bind(Messages.ConnectionsPage_validityInvalid, SelfSignedRequest.MIN_VALIDITY_MONTHS,
				SelfSignedRequest.MAX_VALIDITY_MONTHS));
		Controls.identify(Controls.name(editor.getTextControl(parent), Messages.ConnectionsPage_validity),
				WidgetIds.NEW_VALIDITY);
		return editor;
	}

	@Override
	public boolean performOk() {
		return super.performOk() && Saved.now(Choices.QUALIFIER, ConnectionHealth.PREFERENCES);
	}

	@Override
	public void dispose() {
		services.release();
		super.dispose();
	}
}
