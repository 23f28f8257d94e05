package dev.latchkey.benchmarks;

import java.io.IOException;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.certificate.CertificateProvider;

/** The wizard that selects a certificate: how long it takes to open, to list, and to search, also where a provider hangs. */
final class SelectMeasurement implements Measurement {

	private static final int OPENINGS = 10;
	private static final int KEYSTROKES = 20;
	/** Stands in none of the certificates' texts. */
	private static final String NOTHING = "q";

	private final BundleContext context = FrameworkUtil.getBundle(SelectMeasurement.class).getBundleContext();

	@Override
	public void run(Figures figures) throws Exception {
		ServiceRegistration<CertificateProvider> many = register(Places.of(ManyCertificates.make(StoreMeasurement.ENTRIES)));
		open("select.", OPENINGS, figures);
		ServiceRegistration<CertificateProvider> hanging = register(Places.hanging());
		open("select.hanging.", OPENINGS, figures);
		hanging.unregister();
		many.unregister();
	}

	private ServiceRegistration<CertificateProvider> register(CertificateProvider provider) {
		return context.registerService(CertificateProvider.class, provider, null);
	}

	private static void open(String prefix, int times, Figures figures) throws IOException, InterruptedException {
		Hand hand = new Hand();
		hand.openWizard();
		for (int time = 0; time < times; time++) {
			figures.millis(prefix + "open", hand.openShell("application.install"));
			hand.click("certificate.type.store");
			hand.press("Next");
			figures.millis(prefix + "rows", hand.awaitRows("certificate.store.table", StoreMeasurement.ENTRIES));
			if (time == 0) {
				type(prefix, hand, figures);
			}
			hand.closeShell();
		}
		hand.closeShell();
	}

	private static void type(String prefix, Hand hand, Figures figures) throws IOException, InterruptedException {
		for (int stroke = 0; stroke < KEYSTROKES; stroke++) {
			figures.millis(prefix + "blocked", hand.type("certificate.store.search", NOTHING));
			figures.millis(prefix + "none", hand.awaitRows("certificate.store.table", 0));
			figures.millis(prefix + "blocked", hand.type("certificate.store.search", "benchmark"));
			figures.millis(prefix + "all", hand.awaitRows("certificate.store.table", StoreMeasurement.ENTRIES));
		}
	}
}
