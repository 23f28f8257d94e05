package dev.latchkey.benchmarks;

import java.security.KeyPairGenerator;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;

/** What a certificate takes beside the bare key, in turns. Search for primes is luck: only many tell. */
final class IssueMeasurement implements Measurement {

	private static final int TIMES = 30;
	private static final int WARMING = 3;
	private static final int VALIDITY_MONTHS = 12;

	private final SelfSignedIssuer issuer = Services.get(SelfSignedIssuer.class);

	@Override
	public void run(Figures figures) throws Exception {
		for (int bits : List.of(2048, 3072, 4096)) {
			for (int time = -WARMING; time < TIMES; time++) {
				long bare = bare(bits);
				long issued = issued(bits);
				if (time >= 0) {
					figures.millis("issue.bare." + bits, bare);
					figures.millis("issue.issued." + bits, issued);
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
}
