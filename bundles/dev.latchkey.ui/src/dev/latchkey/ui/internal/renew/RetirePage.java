package dev.latchkey.ui.internal.renew;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.FormPage;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Tables;
import dev.latchkey.ui.internal.renew.RetireModel.Old;

/** Asks which old certificates are removed, and by whom. */
final class RetirePage extends FormPage<RetireModel> {

	private static final int VISIBLE_ROWS = 6;

	private CheckboxTableViewer olds;
	private WhoChoice who;

	RetirePage(RetireModel model) {
		super("retire", Messages.RetirePage_title, Messages.RetirePage_description, model); //$NON-NLS-1$
	}

	@Override
	protected void createBody(Composite body) {
		Controls.heading(body, Messages.RetirePage_certificates);
		Composite area = Controls.row(body, 1);
		olds = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
		Controls.identify(Controls.name(olds.getTable(), Messages.RetirePage_certificates), WidgetIds.RETIRE_CERTIFICATES);
		olds.setContentProvider(ArrayContentProvider.getInstance());
		Tables columns = new Tables(olds);
		columns.add(Messages.RenewPage_name, 30, row -> ((Old) row).connection().name());
		columns.add(Messages.RetirePage_thumbprint, 42, row -> ((Old) row).certificate().sha1());
		columns.add(Messages.RetirePage_replaced, 20, row -> Formats.date(((Old) row).certificate().retired()));
		columns.add(Messages.RetirePage_ends, 20, row -> Formats.date(((Old) row).certificate().ends()));
		columns.fill(area, VISIBLE_ROWS);
		olds.setInput(model().offered());
		olds.addCheckStateListener(event -> model().choose(
				Arrays.stream(olds.getCheckedElements()).map(Old.class::cast).collect(Collectors.toSet())));
		who = new WhoChoice(body, model(), Messages.RetirePage_by, Messages.RetirePage_itself);
		Controls.note(body, Messages.RetirePage_note);
	}

	@Override
	protected void update() {
		who.show();
	}

	@Override
	protected List<Optional<Notice>> notices() {
		if (model().offered().isEmpty()) {
			return List.of(Notice.error(Messages.RetirePage_nothing));
		}
		if (model().chosenOlds().isEmpty()) {
			return List.of(Notice.prompt(Messages.RetirePage_none));
		}
		return List.of(who.obstacle(), recent());
	}

	private Optional<Notice> recent() {
		return model().recent().stream().findFirst().map(old -> new Notice(Notice.Level.WARNING,
				NLS.bind(Messages.RetirePage_recent, old.connection().name(), CertificateRenewer.GRACE_DAYS)));
	}
}
