package dev.latchkey.ui.internal.forms;

import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Severity;

/** Findings about certificates, as pages and tables show them. */
public final class Findings {

	private Findings() {
	}

	/** What is shown beside a certificate: all of them, most severe first. */
	public static List<Notice> notices(List<Finding> findings) {
		return findings.stream().sorted().map(Findings::notice).toList();
	}

	/** What matters most, for the page's own message; what is only good to know is none of it. */
	public static Optional<Notice> foremost(List<Finding> findings) {
		return findings.stream().filter(finding -> finding.severity() != Severity.INFO).sorted().findFirst()
				.map(Findings::notice);
	}

	private static Notice notice(Finding finding) {
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
