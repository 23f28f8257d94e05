package dev.latchkey.ui.internal.forms;

import java.util.List;

import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Severity;

/** Findings about certificates, as pages and tables show them. */
public final class Findings {

	private Findings() {
	}

	public static Notice notice(Finding finding) {
		return new Notice(switch (finding.severity()) {
		case ERROR -> Notice.Level.ERROR;
		case WARNING -> Notice.Level.WARNING;
		case INFO -> Notice.Level.INFO;
		}, finding.message());
	}

	/** Whether Microsoft Entra ID would refuse the certificate. */
	public static boolean unusable(List<Finding> findings) {
		return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
	}
}
