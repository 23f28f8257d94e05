package dev.latchkey.ui.internal.forms;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/**
 * The dialog of our wizards: as large as when it was closed last, and with room for messages of any length, of which the
 * platform's shows two lines. To be used in the user interface thread of a workbench.
 */
public final class FormDialog extends WizardDialog {

	private final String name;
	/** Of the message, as high as it ever had to be. */
	private int height;

	public FormDialog(Shell parent, IWizard wizard) {
		super(parent, wizard);
		name = wizard.getClass().getSimpleName();
		Help.offer(this);
	}

	@Override
	protected IDialogSettings getDialogBoundsSettings() {
		IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(FormDialog.class)).getDialogSettings();
		IDialogSettings own = all.getSection(name);
		return own == null ? all.addNewSection(name) : own;
	}

	/** The place is the platform's: over the window, on whichever display that is now. */
	@Override
	protected int getDialogBoundsStrategy() {
		return DIALOG_PERSISTSIZE;
	}

	@Override
	public void setMessage(String message, int type) {
		super.setMessage(message, type);
		giveRoom();
	}

	@Override
	public void setErrorMessage(String message) {
		super.setErrorMessage(message);
		giveRoom();
	}

	@Override
	protected Control createContents(Composite parent) {
		Control contents = super.createContents(parent);
		message().ifPresent(message -> Controls.name(message, Messages.FormDialog_message));
		// The platform lays out after it has told of the new size.
		contents.addControlListener(ControlListener
				.controlResizedAdapter(event -> contents.getDisplay().asyncExec(this::giveRoom)));
		return contents;
	}

	/** Makes the message as high as its text needs, and pages begin below it; what it has once it keeps, so that nothing jumps. */
	private void giveRoom() {
		message().filter(message -> message.getSize().x > 0).ifPresent(message -> {
			height = Math.max(height, message.computeSize(message.getSize().x, SWT.DEFAULT, true).y);
			if (height > message.getSize().y) {
				enlarge(message.getParent(), getTitleImageLabel(), message);
			}
		});
	}

	/** What the platform shows the message in; empty as long as the dialog is not there. */
	private Optional<Text> message() {
		return Optional.ofNullable(getTitleImageLabel()).filter(Predicate.not(Control::isDisposed))
				.flatMap(image -> Arrays.stream(image.getParent().getChildren()).filter(Text.class::isInstance)
						.map(Text.class::cast).findFirst());
	}

	private void enlarge(Composite area, Label image, Text message) {
		FormData place = (FormData) message.getLayoutData();
		place.height = height;
		place.bottom = null;
		boolean higher = message.getLocation().y + height > image.getLocation().y + image.getSize().y;
		for (Control child : area.getChildren()) {
			if (higher && child.getLayoutData() instanceof FormData data && data.top != null && data.top.control == image) {
				data.top = new FormAttachment(message);
			}
		}
		area.layout(true);
	}
}
