package dev.latchkey.ui.internal.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.ReadingArea;

/**
 * How administrators sign in, how long certificates may live, and the files with more clouds, permission profiles and
 * trusted authorities. Takes effect at once.
 */
public final class LatchkeyPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private static final int PROBLEM_LINES = 3;

	private final OsgiServices services = new OsgiServices();
	/** In the order of the lists. */
	private final Map<FileKind, List<Notice>> problems = new LinkedHashMap<>();
	private ReadingArea shown;

	public LatchkeyPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, CloudCatalog.PREFERENCES));
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		Help.on(body, "preferences"); //$NON-NLS-1$
		Narrow.note(body, Messages.LatchkeyPage_description);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(super.createContents(body));
		Controls.heading(body, Messages.LatchkeyPage_problems);
		shown = new ReadingArea(body, Messages.LatchkeyPage_problems, WidgetIds.FILE_PROBLEMS, PROBLEM_LINES);
		Narrow.control(shown.control());
		return body;
	}

	@Override
	protected void createFieldEditors() {
		addField(new SignInEditor(getFieldEditorParent()));
		addField(new ClientIdEditor(CloudCatalog.SIGN_IN_CLIENT, getFieldEditorParent()));
		addField(new LifetimeEditor(getFieldEditorParent()));
		addFiles(FileKind.clouds(services.lazy(CloudCatalog.class)));
		addFiles(FileKind.profiles(services.lazy(ProfileCatalog.class)));
		addFiles(FileKind.trusted());
	}

	private void addFiles(FileKind kind) {
		problems.put(kind, List.of());
		addField(new FilesEditor(kind, getFieldEditorParent(), found -> show(kind, found)));
	}

	private void show(FileKind kind, List<Notice> found) {
		problems.put(kind, found);
		shown.showFirst(problems.values().stream().flatMap(List::stream).toList(), ""); //$NON-NLS-1$
	}

	@Override
	public boolean performOk() {
		return super.performOk() && Saved.now(CloudCatalog.PREFERENCES, Choices.QUALIFIER);
	}

	@Override
	public void performHelp() {
		Help.show("preferences"); //$NON-NLS-1$
	}

	@Override
	public void dispose() {
		services.release();
		super.dispose();
	}
}
