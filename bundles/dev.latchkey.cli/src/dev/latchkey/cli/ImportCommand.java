package dev.latchkey.cli;

import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyMaterial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the key of a file in the first store that takes keys. */
@Command(name = "import")
final class ImportCommand extends ReportingCommand {

	@Mixin
	private KeyFileOptions file;

	@Option(names = "--thumbprint", paramLabel = "HEX")
	private String thumbprint;

	ImportCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, Refusal {
		Optional<Fingerprint> chosen = Optional.ofNullable(thumbprint).map(this::fingerprint);
		KeyFileContent content = file.read(this);
		if (content.problem().isPresent()) {
			throw content.problem().get();
		}
		KeyMaterial key = chosen.isPresent() ? choose(content, chosen.get()) : content.onlyKey();
		return new Stores(environment()).keep(key);
	}

	private Fingerprint fingerprint(String text) {
		return Fingerprint.parse(text).orElseThrow(() -> usage(Messages.usageThumbprint));
	}

	private static KeyMaterial choose(KeyFileContent content, Fingerprint chosen) throws Refusal {
		return content.keys().stream().filter(each -> chosen.matches(each.certificate())).findFirst()
				.orElseThrow(() -> new Refusal(Refusal.NO_SUCH_CERTIFICATE, Messages.noSuchKey));
	}
}
