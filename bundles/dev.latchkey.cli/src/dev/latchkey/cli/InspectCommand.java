package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is in a file. */
@Command(name = "inspect")
final class InspectCommand extends ReportingCommand {

	@Mixin
	private KeyFileOptions file;

	InspectCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws Refusal {
		KeyFileContent content = file.read(this);
		Examination examination = new Examination(environment());
		List<Described> certificates = content.entries().stream().map(each -> examination.of(each, content.keys())).toList();
		Optional<Refusal> problem = content.problem().map(Refusal::of);
		Refusal remark = content.keys().size() > 1 ? Refusal.of(new CertificateAccessException(Reason.SEVERAL_KEYS)) : null;
		return new FileReport(problem, remark, content.format(), certificates, content.findings());
	}
}
