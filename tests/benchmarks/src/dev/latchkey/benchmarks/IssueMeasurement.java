package dev.latchkey.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;

/**
 * What a certificate takes beside the bare key and beside what others use for it, in turns. Search for primes is luck: only
 * many tell.
 */
final class IssueMeasurement implements Measurement {

	private static final int TIMES = 40;
	private static final int WARMING = 3;
	private static final int VALIDITY_MONTHS = 12;

	private final SelfSignedIssuer issuer = Services.get(SelfSignedIssuer.class);
	private final Path folder;

	/** @param folder for what the others write */
	IssueMeasurement(Path folder) {
		this.folder = folder;
	}

	@Override
	public void run(Figures figures) throws Exception {
		for (int bits : List.of(2048, 3072, 4096)) {
			for (int time = -WARMING; time < TIMES; time++) {
				long bare = bare(bits);
				long issued = issued(bits);
				long openssl = openssl(bits);
				long keytool = keytool(bits);
				if (time >= 0) {
					figures.millis("issue.bare." + bits, bare);
					figures.millis("issue.issued." + bits, issued);
					figures.millis("issue.openssl." + bits, openssl);
					figures.millis("issue.keytool." + bits, keytool);
				}
			}
		}
	}

	private static long bare(int bits) throws Exception {
		long start = System.nanoTime();
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(bits);
		generator.generateKeyPair();
		return System.nanoTime() - start;
	}

	private long issued(int bits) throws Exception {
		long start = System.nanoTime();
		issuer.issue(new SelfSignedRequest("Benchmark", bits, VALIDITY_MONTHS), Cancellation.NEVER);
		return System.nanoTime() - start;
	}

	private long openssl(int bits) throws Exception {
		return process("openssl", "req", "-x509", "-newkey", "rsa:" + bits, "-nodes", "-subj", "/CN=Benchmark", "-days", "365",
				"-keyout", file("openssl.key"), "-out", file("openssl.pem"));
	}

	private long keytool(int bits) throws Exception {
		Files.deleteIfExists(Path.of(file("keytool.p12")));
		return process(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "RSA",
				"-keysize", Integer.toString(bits), "-dname", "CN=Benchmark", "-validity", "365", "-alias", "benchmark",
				"-storetype", "PKCS12", "-storepass", "benchmark", "-keystore", file("keytool.p12"));
	}

	private String file(String name) {
		return folder.resolve(name).toString();
	}

	private static long process(String... command) throws Exception {
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command[0] + " failed");
		}
		return System.nanoTime() - start;
	}
}
