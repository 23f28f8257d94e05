package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.certificate.SigningKey;

/** A third party's provider that answers, fails or hangs as the test says, and comes and goes. */
final class ScriptedProvider implements CertificateProvider {

	/** What it does when it is asked for its list. */
	@FunctionalInterface
	interface Listing {
		List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException;
	}

	private final String name;
	private final ServiceRegistration<CertificateProvider> registration;
	volatile Listing listing;

	/** Comes, with certificates of these names. */
	ScriptedProvider(String name, String... certificates) throws CertificateAccessException {
		this.name = name;
		List<CertificateEntry> entries = new ArrayList<>();
		for (String certificate : certificates) {
			entries.add(entry(make(certificate)));
		}
		listing = cancellation -> entries;
		registration = FrameworkUtil.getBundle(ScriptedProvider.class).getBundleContext()
				.registerService(CertificateProvider.class, this, null);
	}

	/** A new certificate with its key. */
	static KeyMaterial make(String certificate) throws CertificateAccessException {
		return TestServices.service(SelfSignedIssuer.class).issue(new SelfSignedRequest(certificate, 2048, 12),
				Cancellation.NEVER);
	}

	CertificateEntry entry(KeyMaterial material) {
		return new CertificateEntry(CertificateReference.of(id(), material.certificate()), material.certificate(),
				material.issuers(), material.friendlyName(), name, () -> new SigningKey(material.key()));
	}

	@Override
	public String id() {
		return "test." + name.replace(' ', '.');
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String description() {
		throw new IllegalStateException("A provider that can't describe itself");
	}

	@Override
	public int rank() {
		return 5;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		return listing.list(cancellation);
	}

	/** Goes; doing so again does nothing. */
	void leave() {
		try {
			registration.unregister();
		} catch (IllegalStateException e) {
			// gone before
		}
	}
}
