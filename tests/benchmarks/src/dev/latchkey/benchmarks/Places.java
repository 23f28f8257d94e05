package dev.latchkey.benchmarks;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.SigningKey;

/** Providers that measurements register. */
final class Places {

	private Places() {
	}

	/** What a provider answers. */
	@FunctionalInterface
	private interface Answer {
		List<CertificateEntry> list();
	}

	/** Has many certificates at hand. */
	static CertificateProvider of(ManyCertificates many) {
		String id = "dev.latchkey.benchmarks.many";
		SigningKey key = new SigningKey(many.material().key());
		List<CertificateEntry> entries = many.certificates().stream().map(each -> entry(id, each, key)).toList();
		return provider(id, () -> entries);
	}

	/** Never answers, and is deaf to whoever asks it to stop. */
	static CertificateProvider hanging() {
		return provider("dev.latchkey.benchmarks.hanging", () -> {
			CountDownLatch never = new CountDownLatch(1);
			while (true) {
				try {
					never.await();
				} catch (InterruptedException e) {
					// deaf
				}
			}
		});
	}

	private static CertificateEntry entry(String id, X509Certificate certificate, SigningKey key) {
		return new CertificateEntry(CertificateReference.of(id, certificate), certificate, List.of(), "", "Benchmark", () -> key);
	}

	private static CertificateProvider provider(String id, Answer answer) {
		return new CertificateProvider() {
			@Override
			public String id() {
				return id;
			}

			@Override
			public String name() {
				return "Benchmark";
			}

			@Override
			public String description() {
				return "For measuring";
			}

			@Override
			public int rank() {
				return 1;
			}

			@Override
			public List<CertificateEntry> list(Cancellation cancellation) {
				return answer.list();
			}
		};
	}
}
