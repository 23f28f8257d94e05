package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs that most PFX files come from, apart from Windows. Each is told the same, and does it in its own way. */
enum PfxProgram {

	OPENSSL("-legacy") {
		@Override
		void export(Tools tools, String out, String name, String friendlyName, String password, String... more)
				throws IOException, InterruptedException {
			tools.pfx(out, name, password, Tools.with(more, "-name", friendlyName));
		}
	},

	/** Writes a password of six characters or more, of ASCII alone before Java 25, and lower case friendly names. */
	KEYTOOL("-J-Dkeystore.pkcs12.legacy") {
		@Override
		void export(Tools tools, String out, String name, String friendlyName, String password, String... more)
				throws IOException, InterruptedException {
			String source = tools.pfx(out + ".source", name, "source", "-name", "source").toString();
			String secret = tools.password(out, password, StandardCharsets.UTF_8);
			tools.run("keytool", Tools.with(more, "-J-Dfile.encoding=UTF-8", "-importkeystore", "-srckeystore", source,
					"-srcstorepass", "source", "-srcalias", "source", "-destalias", friendlyName, "-deststoretype",
					"PKCS12", "-destkeystore", out, "-deststorepass:file", secret, "-destkeypass:file", secret));
		}
	},

	/** Firefox and Thunderbird; always of BER with indefinite lengths. */
	NSS("-c", "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC", "-C",
			"PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC", "-M", "SHA-1") {
		@Override
		void export(Tools tools, String out, String name, String friendlyName, String password, String... more)
				throws IOException, InterruptedException {
			String source = tools.pfx(out + ".source", name, "source", "-name", friendlyName).toString();
			String database = "sql:" + Files.createTempDirectory(tools.file(""), "nss");
			tools.run("certutil", "-N", "-d", database, "--empty-password");
			tools.run("pk12util", "-i", source, "-d", database, "-W", "source", "-K", "");
			// from a file it would take the empty password for something else
			String[] secret = password.isEmpty() ? new String[] { "-W", "" }
					: new String[] { "-w", tools.password(out, password, StandardCharsets.UTF_8) };
			tools.run("pk12util", Tools.with(Tools.with(more, secret), "-o", out, "-n", friendlyName, "-d", database, "-K",
					""));
		}
	},

	/** Of passwords beyond ASCII it writes the normal form of RFC 8265, and refuses those with controls. */
	GNUTLS("--pkcs-cipher", "rc2-40", "--hash", "SHA1") {
		@Override
		void export(Tools tools, String out, String name, String friendlyName, String password, String... more)
				throws IOException, InterruptedException {
			tools.run("certtool", Tools.with(more, "--to-p12", "--load-certificate", name + ".crt", "--load-privkey",
					name + ".key", "--p12-name", friendlyName, "--password", password, "--outder", "--outfile", out));
		}
	};

	private final String[] legacy;

	PfxProgram(String... legacy) {
		this.legacy = legacy;
	}

	abstract void export(Tools tools, String out, String name, String friendlyName, String password, String... more)
			throws IOException, InterruptedException;

	/** Makes a file of the key and certificate of that name with the program's own settings. */
	Path pfx(Tools tools, String name, String password, String... more) throws IOException, InterruptedException {
		String out = Files.createTempFile(tools.file(""), name() + '-', ".pfx").toString();
		Files.delete(Path.of(out));
		export(tools, out, name, name, password, more);
		return Path.of(out);
	}

	/** The same as the program wrote it, or still writes it, for old systems: 40 bit RC2, Triple DES, SHA-1. */
	Path legacyPfx(Tools tools, String name, String password) throws IOException, InterruptedException {
		return pfx(tools, name, password, legacy);
	}
}
