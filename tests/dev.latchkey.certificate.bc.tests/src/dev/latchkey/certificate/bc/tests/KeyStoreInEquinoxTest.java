package dev.latchkey.certificate.bc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;

/** The services as a console has them, with the platform's real secure storage. */
class KeyStoreInEquinoxTest {

	private final BundleContext context = FrameworkUtil.getBundle(KeyStoreInEquinoxTest.class).getBundleContext();

	@Test
	void aNewKeyIsKeptAndItsPasswordLiesInSecureStorage() throws Exception {
		CertificateService certificates = service(CertificateService.class);
		CertificateProvider provider = provider(certificates, "keystore");
		KeyMaterial material = service(SelfSignedIssuer.class).issue(new SelfSignedRequest("Equinox", 2048, 12),
				Cancellation.NEVER);
		CertificateEntry entry = ((CertificateImporter) provider).add(material, Cancellation.NEVER);

		Path folder = Path.of(context.getProperty("dev.latchkey.certificate.folder"));
		assertTrue(Files.exists(folder.resolve("certificates.p12")));
		assertFalse(Files.exists(folder.resolve("key-store.secret")), "the file is for machines without secure storage");
		ISecurePreferences node = SecurePreferencesFactory
				.open(null, new HashMap<>(Map.of(IProviderHints.PROMPT_USER, false))).node("/dev.latchkey/certificates");
		assertTrue(node.isEncrypted("key-store"));

		CertificateEntry found = certificates.find(entry.reference(), Cancellation.NEVER).orElseThrow();
		assertEquals(List.of(), certificates.examine(found, CertificatePolicy.USUAL, Cancellation.NEVER));
		((CertificateRemover) provider).remove(entry.reference(), Cancellation.NEVER);
		assertTrue(certificates.find(entry.reference(), Cancellation.NEVER).isEmpty());
	}

	@Test
	void everyServiceIsThere() throws Exception {
		CertificateService certificates = service(CertificateService.class);
		assertTrue(certificates.first(CertificateImporter.class).isPresent());
		assertEquals("pfx-file", ((CertificateProvider) certificates.first(KeyFileLinker.class).orElseThrow()).id());
		assertTrue(service(KeyFileReader.class) != null);
		assertTrue(service(KeyFileWriter.class) != null);
		for (CertificateProvider each : certificates.providers()) {
			assertFalse(each.name().isBlank());
		}
	}

	private static CertificateProvider provider(CertificateService certificates, String id) {
		return certificates.providers().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
	}

	private <T> T service(Class<T> type) {
		return context.getService(context.getServiceReference(type));
	}
}
