package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Good files of many kinds, cheap to open. The password of each lies beside it. */
final class FuzzSeeds {

	static final String PASSWORD = "pässwörd of the seeds";

	private final Tools tools;

	private FuzzSeeds(Path folder) {
		tools = new Tools(folder);
	}

	/** @param workshop for everything that is needed to make the files */
	static void make(Path workshop, Path seeds) throws IOException, InterruptedException {
		FuzzSeeds made = new FuzzSeeds(workshop);
		made.keys();
		made.pfx();
		made.pem();
		made.der();
		try (var files = Files.list(workshop)) {
			for (Path each : files.filter(file -> file.toString().matches(".*\\.(pfx|pem|der)(\\.password)?")).toList()) {
				Files.copy(each, seeds.resolve(each.getFileName()));
			}
		}
	}

	private void keys() throws IOException, InterruptedException {
		tools.keyAndCertificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
		tools.keyAndCertificate("rsa", "rsa:1024");
		tools.keyAndCertificate("ed", "ed25519");
		tools.issuedBy("rsa", "leaf");
		tools.joined("both.key", "rsa.key", "ec.key");
		tools.joined("both.crt", "rsa.crt", "ec.crt");
	}

	private void pfx() throws IOException, InterruptedException {
		tools.pfx("modern.pfx", "ec", PASSWORD, "-iter", "10", "-name", "n");
		tools.pfx("ed.pfx", "ed", PASSWORD, "-iter", "1");
		tools.pfx("legacy.pfx", "rsa", PASSWORD, "-legacy", "-iter", "10");
		tools.pfx("rc4.pfx", "ec", PASSWORD, "-legacy", "-keypbe", "PBE-SHA1-RC4-128", "-certpbe", "PBE-SHA1-RC2-128",
				"-nomac", "-iter", "5");
		tools.pfx("encrypted.pfx", "ec", PASSWORD, "-nomac", "-iter", "10", "-keypbe", "DES-EDE3-CBC");
		tools.pfx("open.pfx", "ec", PASSWORD, "-nomac", "-certpbe", "NONE", "-keypbe", "NONE", "-name", "n");
		tools.pfx("chain.pfx", "leaf", PASSWORD, "-nomac", "-certpbe", "NONE", "-keypbe", "NONE", "-certfile", "both.crt");
		tools.pfx("mac.pfx", "ec", PASSWORD, "-certpbe", "NONE", "-keypbe", "NONE", "-iter", "10", "-macalg", "sha512");
	}

	private void pem() throws IOException, InterruptedException {
		tools.joined("plain.pem", "ec.crt", "ec.key");
		tools.joined("chain.pem", "leaf.key", "leaf.crt", "rsa.crt", "ec.crt");
		encrypted("pkcs8", "pkcs8", "-topk8", "-iter", "10");
		encrypted("scrypt", "pkcs8", "-topk8", "-scrypt", "-scrypt_N", "16");
		encrypted("pkcs12", "pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES", "-iter", "10");
		encrypted("sec1", "ec", "-aes256");
		tools.openssl("rsa", "-in", "rsa.key", "-traditional", "-des3", "-passout", "file:sec1.pem.password", "-out",
				"p1.key");
		tools.joined("pkcs1.pem", "p1.key", "rsa.crt");
		tools.openssl("req", "-new", "-key", "ec.key", "-subj", "/CN=x", "-out", "request.pem");
		tools.openssl("crl2pkcs7", "-nocrl", "-certfile", "both.crt", "-out", "pkcs7.pem");
		tools.openssl("base64", "-in", "modern.pfx", "-out", "base64.pem");
		for (String each : new String[] { "plain", "chain", "pkcs1", "request", "pkcs7", "base64" }) {
			tools.password(each + ".pem", PASSWORD, StandardCharsets.UTF_8);
		}
	}

	private void encrypted(String name, String... command) throws IOException, InterruptedException {
		tools.openssl(Tools.with(new String[] { "-in", "ec.key", "-out", name + ".key", "-passout",
				"file:" + tools.password(name + ".pem", PASSWORD, StandardCharsets.UTF_8) }, command));
		tools.joined(name + ".pem", "ec.crt", name + ".key");
	}

	private void der() throws IOException, InterruptedException {
		tools.openssl("x509", "-in", "ec.crt", "-outform", "DER", "-out", "certificate.der");
		tools.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ec.key", "-outform", "DER", "-out", "pkcs8.der");
		tools.openssl("rsa", "-traditional", "-in", "rsa.key", "-outform", "DER", "-out", "pkcs1.der");
		tools.openssl("ec", "-in", "ec.key", "-outform", "DER", "-out", "sec1.der");
		tools.openssl("crl2pkcs7", "-nocrl", "-certfile", "both.crt", "-outform", "DER", "-out", "pkcs7.der");
		tools.openssl("req", "-new", "-key", "ec.key", "-subj", "/CN=x", "-outform", "DER", "-out", "request.der");
		tools.openssl("pkcs8", "-topk8", "-in", "ec.key", "-outform", "DER", "-out", "encrypted.der", "-iter", "10",
				"-passout", "file:" + tools.password("encrypted.der", PASSWORD, StandardCharsets.UTF_8));
		for (String each : new String[] { "certificate", "pkcs8", "pkcs1", "sec1", "pkcs7", "request" }) {
			tools.password(each + ".der", PASSWORD, StandardCharsets.UTF_8);
		}
	}
}
