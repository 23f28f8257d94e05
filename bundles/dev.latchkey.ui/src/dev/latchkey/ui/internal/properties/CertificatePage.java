package dev.latchkey.ui.internal.properties;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.ReadingArea;
import dev.latchkey.ui.internal.forms.Tables;

/** The certificate that a connection uses, and those that it used before. */
public final class CertificatePage extends ConnectionPage<CertificateFacts> {

	private static final int FINDING_LINES = 3;
	private static final int RETIRED_ROWS = 3;

	private static final String USUAL_SHA1 = "0123456789ABCDEF0123456789ABCDEF01234567"; //$NON-NLS-1$

	private Facts facts;
	private ReadingArea findings;
	private TableViewer retired;

	public CertificatePage() {
		super("certificateProperties"); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite parent) {
		facts = new Facts(parent, CertificateFacts.labels());
		Controls.heading(parent, Messages.CertificatePage_findings);
		findings = new ReadingArea(parent, Messages.CertificatePage_findings, WidgetIds.PROPERTIES_FINDINGS, FINDING_LINES);
		Controls.heading(parent, Messages.CertificatePage_retired);
		Composite area = Controls.row(parent, 1);
		retired = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(retired.getTable(), Messages.CertificatePage_retired), WidgetIds.PROPERTIES_RETIRED);
		retired.setContentProvider(ArrayContentProvider.getInstance());
		Tables columns = new Tables(retired);
		columns.keep(columns.add(Messages.CertificatePage_sha1, 50, row -> ((RetiredCertificate) row).sha1()), 50,
				List.of(USUAL_SHA1));
		columns.add(Messages.CertificatePage_retiredAt, 20, row -> Formats.date(((RetiredCertificate) row).retired()));
		columns.add(Messages.CertificatePage_ends, 20, row -> Formats.date(((RetiredCertificate) row).ends()));
		columns.fill(area, RETIRED_ROWS);
	}

	@Override
	CertificateFacts read(Connection connection, Sources sources, IProgressMonitor monitor) {
		return CertificateFacts.of(connection, sources.wizard().certificates(), monitor::isCanceled);
	}

	@Override
	void show(CertificateFacts content) {
		facts.show(content.facts());
		findings.showLast(content.findings().isEmpty() ? Messages.CertificatePage_well : "", content.findings()); //$NON-NLS-1$
		retired.setInput(content.retired());
	}
}
