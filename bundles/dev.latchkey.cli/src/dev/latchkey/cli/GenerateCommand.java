package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key with its self-signed certificate, for a store or for a file. */
@Command(name = "generate")
final class GenerateCommand extends ReportingCommand {

	@Option(names = "--name", paramLabel = "NAME", required = true)
	private String name;

	@Option(names = "--key-size", paramLabel = "BITS")
	private int keyBits = SelfSignedRequest.DEFAULT_KEY_BITS;

	@Option(names = "--validity", paramLabel = "PERIOD")
	private String validity = "P" + SelfSignedRequest.DEFAULT_VALIDITY_MONTHS + "M"; //$NON-NLS-1$ //$NON-NLS-2$

	@Option(names = "--out", paramLabel = "FILE")
	private Path out;

	@Option(names = "--force")
	private boolean force;

	@Mixin
	private PasswordOptions password;

	GenerateCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, Refusal {
		SelfSignedRequest request = request();
		if (out == null) {
			requireNothingOfFiles();
			return new Stores(environment()).keep(issue(request));
		}
		OutputFile file = new OutputFile(out, force);
		requirePfx(file);
		file.check();
		char[] secret = password.readNew(environment().terminal());
		try {
			KeyMaterial key = issue(request);
			environment().services().get(KeyFileWriter.class).writeKey(key, out, secret, PfxStyle.MODERN, file.existing(),
					environment().cancellation());
			var entry = new KeyFileContent.Entry(key.certificate(), true, key.issuers(), key.friendlyName());
			return new CertificateReport(Described.of(entry, List.of()), Optional.of(out), Optional.empty());
		} finally {
			PasswordOptions.clear(secret);
		}
	}

	private KeyMaterial issue(SelfSignedRequest request) throws CertificateAccessException, Refusal {
		return environment().services().get(SelfSignedIssuer.class).issue(request, environment().cancellation());
	}

	private SelfSignedRequest request() {
		if (!SelfSignedRequest.isName(name)) {
			throw usage(Messages.format(Messages.usageName, SelfSignedRequest.MAX_NAME_LENGTH));
		}
		if (!SelfSignedRequest.KEY_BITS.contains(keyBits)) {
			throw usage(Messages.usageKeySize);
		}
		return new SelfSignedRequest(name, keyBits, Validity.months(this, validity));
	}

	private void requireNothingOfFiles() {
		if (password.areGiven() || force) {
			throw usage(Messages.format(Messages.usageNeedsOut, force ? "--force" : "--password-…")); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void requirePfx(OutputFile file) {
		if (password.exclude()) {
			throw usage(Messages.usageOnePassword);
		}
		if (file.hasNameOfCertificate()) {
			throw usage(Messages.usageKeyFileName);
		}
	}
}
