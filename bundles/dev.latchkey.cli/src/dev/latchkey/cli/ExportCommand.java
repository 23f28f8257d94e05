package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.certificate.KeyMaterial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a certificate to a file for handing it over, with its key or without. */
@Command(name = "export")
final class ExportCommand extends ReportingCommand {

	@Parameters(paramLabel = "THUMBPRINT")
	private String thumbprint;

	@Option(names = "--out", paramLabel = "FILE", required = true)
	private Path out;

	@Option(names = "--with-key")
	private boolean withKey;

	@Option(names = "--old-windows")
	private boolean oldWindows;

	@Option(names = "--force")
	private boolean force;

	@Mixin
	private PasswordOptions password;

	ExportCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, Refusal {
		Fingerprint fingerprint = Fingerprint.parse(thumbprint).orElseThrow(() -> usage(Messages.usageThumbprint));
		OutputFile file = new OutputFile(out, force);
		requireFittingOptions(file);
		file.check();
		Stores stores = new Stores(environment());
		List<CertificateEntry> places = stores.find(fingerprint);
		KeyFileWriter writer = environment().services().get(KeyFileWriter.class);
		if (withKey) {
			writeKey(writer, stores.export(places), file);
		} else {
			writer.writeCertificate(places.get(0).certificate(), out, file.certificateStyle(), file.existing());
		}
		return new CertificateReport(Described.of(places.get(0), List.of()), Optional.of(out), Optional.empty());
	}

	private void requireFittingOptions(OutputFile file) {
		if (password.exclude()) {
			throw usage(Messages.usageOnePassword);
		}
		if (!withKey && (oldWindows || password.areGiven())) {
			throw usage(Messages.format(Messages.usageNeedsKey, oldWindows ? "--old-windows" : "--password-…")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (withKey && file.hasNameOfCertificate()) {
			throw usage(Messages.usageKeyFileName);
		}
	}

	private void writeKey(KeyFileWriter writer, KeyMaterial key, OutputFile file) throws CertificateAccessException, Refusal {
		char[] secret = password.readNew(environment().terminal());
		try {
			writer.writeKey(key, out, secret, oldWindows ? PfxStyle.OLD_WINDOWS : PfxStyle.MODERN, file.existing(),
					environment().cancellation());
		} finally {
			PasswordOptions.clear(secret);
		}
		if (oldWindows) {
			environment().terminal().say(Messages.oldWindows);
		}
	}
}
