package dev.latchkey.ui.internal.export;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.SelectObservableValue;
import org.eclipse.jface.databinding.swt.typed.WidgetProperties;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Notice;

/** How a file with a private key is protected: by a generated pass phrase or by the user's own password. */
final class ProtectionGroup {

	private final Composite group;
	private final PhraseRow phrase;
	private final SelectObservableValue<Boolean> own;
	private final IObservableValue<Boolean> oldWindows;
	private final Text password;
	private final Text repeat;

	/** @param changed called when something was typed */
	ProtectionGroup(Composite body, Realm realm, Runnable changed) {
		group = Controls.row(body, 2);
		Button generated = Controls.choice(group, SWT.RADIO, Messages.ProtectionGroup_generated, WidgetIds.EXPORT_GENERATED);
		phrase = new PhraseRow(group, Messages.ProtectionGroup_phrase, WidgetIds.EXPORT_PHRASE, Messages.ProtectionGroup_copy,
				WidgetIds.EXPORT_COPY);
		Button typed = Controls.choice(group, SWT.RADIO, Messages.ProtectionGroup_own, WidgetIds.EXPORT_OWN);
		password = secret(Messages.ProtectionGroup_password, WidgetIds.EXPORT_PASSWORD, changed);
		repeat = secret(Messages.ProtectionGroup_repeat, WidgetIds.EXPORT_REPEAT, changed);
		own = new SelectObservableValue<>(realm, Boolean.class);
		own.addOption(false, WidgetProperties.buttonSelection().observe(generated));
		own.addOption(true, WidgetProperties.buttonSelection().observe(typed));
		Button old = Controls.choice(group, SWT.CHECK, Messages.ProtectionGroup_old, WidgetIds.EXPORT_OLD);
		oldWindows = WidgetProperties.buttonSelection().observe(old);
		Controls.indentedNote(group, Messages.ProtectionGroup_oldNote);
	}

	private Text secret(String label, String id, Runnable changed) {
		Controls.label(group, label);
		Text field = Controls.field(group, label, id, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
		field.addModifyListener(event -> changed.run());
		return field;
	}

	IObservableValue<Boolean> own() {
		return own;
	}

	IObservableValue<Boolean> oldWindows() {
		return oldWindows;
	}

	/** Shows the pass phrase, which stays the caller's to clear. */
	void offer(char[] passPhrase) {
		phrase.show(passPhrase);
	}

	/** A hidden group keeps its room, so that the dialog need not grow. */
	void show(boolean visible, boolean ownPassword) {
		group.setVisible(visible);
		password.setEnabled(ownPassword);
		repeat.setEnabled(ownPassword);
	}

	/** What there is to say of the user's own password. */
	Optional<Notice> notice() {
		char[] one = password.getTextChars();
		char[] other = repeat.getTextChars();
		try {
			if (one.length == 0 || other.length == 0) {
				return Notice.prompt(Messages.ProtectionGroup_type);
			}
			return Arrays.equals(one, other) ? Optional.empty() : Notice.error(Messages.ProtectionGroup_differ);
		} finally {
			Arrays.fill(one, '\0');
			Arrays.fill(other, '\0');
		}
	}

	/** The user's own password; to be cleared by the caller. */
	char[] password() {
		return password.getTextChars();
	}
}
