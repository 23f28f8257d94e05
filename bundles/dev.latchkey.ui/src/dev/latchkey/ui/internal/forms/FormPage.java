package dev.latchkey.ui.internal.forms;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.databinding.Binding;
import org.eclipse.core.databinding.DataBindingContext;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.jface.databinding.swt.DisplayRealm;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/**
 * A page whose values live in a {@link Model}. After each change of the model it is asked what there is to say, shows the
 * most important of it, and is complete when nothing of it is blocking.
 */
public abstract class FormPage<M extends Model> extends WizardPage {

	private final M model;
	private final Runnable refresher = this::refresh;
	private DataBindingContext bindings;
	private ScrolledPage page;

	protected FormPage(String name, String title, String description, M model) {
		super(name);
		this.model = model;
		setTitle(title);
		setDescription(description);
		setPageComplete(false);
	}

	protected final M model() {
		return model;
	}

	@Override
	public final void createControl(Composite parent) {
		bindings = new DataBindingContext(DisplayRealm.getRealm(Display.getCurrent()));
		page = new ScrolledPage(parent);
		createBody(page.body());
		model.addListener(refresher);
		setControl(page.control());
		Dialog.applyDialogFont(page.control());
		Help.on(getControl(), getName());
		refresh();
	}

	@Override
	public void performHelp() {
		Help.show(getName());
	}

	/** Begins at the first control, where the platform would go to Back when the old page's focus goes. */
	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			page.layout();
			getControl().setFocus();
		}
	}

	/** Fills the page. The parent has a grid layout of two columns. */
	protected abstract void createBody(Composite body);

	/** What there is to say about the values, in reading order; called after each change. */
	protected abstract List<Optional<Notice>> notices();

	/** Adapts controls to values where data binding does not; called before {@link #notices()}. */
	protected void update() {
		// most pages have nothing to adapt
	}

	/** Keeps control and model the same. */
	protected final <T> Binding bind(IObservableValue<T> control, ModelProperty<M, T> property) {
		return bindings.bindValue(control, property.observe(realm(), model));
	}

	/** The thread that bound values belong to. */
	protected final Realm realm() {
		return bindings.getValidationRealm();
	}

	/** Asks anew what there is to say. */
	protected final void refresh() {
		if (getControl() != null && getControl().isDisposed()) {
			return;
		}
		update();
		if (getControl() != null && getControl().isVisible()) {
			page.layout();
		}
		List<Notice> notices = notices().stream().flatMap(Optional::stream).toList();
		show(Notice.foremost(notices));
		setPageComplete(notices.stream().noneMatch(notice -> notice.level().blocking()));
	}

	private void show(Optional<Notice> notice) {
		boolean error = notice.isPresent() && notice.get().level() == Notice.Level.ERROR;
		setErrorMessage(error ? notice.get().text() : null);
		if (!error) {
			setMessage(notice.map(Notice::text).orElse(null), notice.map(each -> type(each.level())).orElse(IMessageProvider.NONE));
		}
	}

	private static int type(Notice.Level level) {
		return switch (level) {
		case ERROR, RETRY -> IMessageProvider.ERROR;
		case WARNING -> IMessageProvider.WARNING;
		case INFO -> IMessageProvider.INFORMATION;
		case PROMPT -> IMessageProvider.NONE;
		};
	}

	@Override
	public void dispose() {
		model.removeListener(refresher);
		if (bindings != null) {
			bindings.dispose();
		}
		super.dispose();
	}
}
