package dev.latchkey.certificate.pkcs11.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.prefs.Preferences;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.PinPrompt;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.SignatureAlgorithm;

/** The providers of tokens as a console has them. */
class TokensInEquinoxTest {

	@TempDir
	private Path folder;
	private Hsm hsm;
	private final BundleContext context = FrameworkUtil.getBundle(TokensInEquinoxTest.class).getBundleContext();
	private final CertificateService certificates = context.getService(context.getServiceReference(CertificateService.class));
	private final AtomicInteger asked = new AtomicInteger();
	private final PinPrompt person = (request, cancellation) -> {
		asked.incrementAndGet();
		return Optional.of("1234".toCharArray());
	};
	private final Preferences preferences = InstanceScope.INSTANCE.getNode("dev.latchkey.certificate.pkcs11");

	@BeforeEach
	void begin() throws Exception {
		hsm = new Hsm(folder);
	}

	@AfterEach
	void forgetModules() {
		preferences.remove("modules");
	}

	@Test
	void providersFollowThePreferences() {
		AtomicInteger changes = new AtomicInteger();
		try (CertificateService.Subscription subscription = certificates.onProvidersChanged(changes::incrementAndGet)) {
			preferences.put("modules", Hsm.LIBRARY);
			assertEquals(List.of("pkcs11.libsofthsm2"), tokenProviders());
			assertTrue(changes.get() > 0);
			preferences.put("modules", "/opt/other/libother.so\n" + Hsm.LIBRARY);
			assertEquals(List.of("pkcs11.libother", "pkcs11.libsofthsm2"), tokenProviders());
			preferences.put("modules", "/opt/other/libother.so");
			assertEquals(List.of("pkcs11.libother"), tokenProviders());
		}
	}

	@Test
	void aModuleThatCanNotBeLoadedCostsTheOthersNothing() throws Exception {
		hsm.token("Signing", "1234");
		preferences.put("modules", "/opt/other/libother.so\n" + Hsm.LIBRARY);
		Map<String, ProviderListing> listings = new HashMap<>();
		certificates.list(listing -> listings.put(listing.providerId(), listing), Cancellation.NEVER);
		assertEquals(Optional.of(Reason.STORE_UNAVAILABLE),
				listings.get("pkcs11.libother").problem().map(CertificateAccessException::reason));
		assertEquals(Optional.empty(), listings.get("pkcs11.libsofthsm2").problem());
		assertEquals(1, listings.get("pkcs11.libsofthsm2").entries().size());
	}

	@Test
	void thePinIsAskedByWhomeverIsThereForIt() throws Exception {
		hsm.token("Signing", "1234");
		preferences.put("modules", Hsm.LIBRARY);
		CertificateEntry entry = provider("pkcs11.libsofthsm2").list(Cancellation.NEVER).get(0);
		assertEquals(Reason.STORE_LOCKED, assertThrows(CertificateAccessException.class, entry.key()::open).reason());
		ServiceRegistration<PinPrompt> prompt = context.registerService(PinPrompt.class, person, null);
		try {
			assertEquals(List.of(Finding.Kind.NOT_EXPORTABLE), certificates
					.examine(entry, CertificatePolicy.USUAL, Cancellation.NEVER).stream().map(Finding::kind).toList());
			assertEquals(1, asked.get());
		} finally {
			prompt.unregister();
		}
	}

	@Test
	void asksWhoeverIsBestAtItNow() throws Exception {
		hsm.token("Signing", "1234");
		preferences.put("modules", Hsm.LIBRARY);
		ServiceRegistration<PinPrompt> deaf = context.registerService(PinPrompt.class,
				(request, cancellation) -> Optional.empty(), null);
		ServiceRegistration<PinPrompt> better = context.registerService(PinPrompt.class, person,
				new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
		try {
			provider("pkcs11.libsofthsm2").list(Cancellation.NEVER).get(0).key().open().sign(SignatureAlgorithm.PS256, new byte[1]);
			assertEquals(1, asked.get());
		} finally {
			better.unregister();
			deaf.unregister();
		}
	}

	@Test
	void aTokenThatShowsNothingBeforeItsPinIsListedAgainAfterIt() throws Exception {
		hsm.blank("Shy", "1234");
		preferences.put("modules", Hsm.LIBRARY);
		CountDownLatch anew = new CountDownLatch(2);
		ServiceRegistration<PinPrompt> prompt = context.registerService(PinPrompt.class, person, null);
		try (CertificateService.Subscription subscription = certificates.onProvidersChanged(anew::countDown)) {
			assertEquals(Reason.STORE_LOCKED, assertThrows(CertificateAccessException.class,
					() -> provider("pkcs11.libsofthsm2").list(Cancellation.NEVER)).reason());
			anew.await();
			assertEquals(List.of(), provider("pkcs11.libsofthsm2").list(Cancellation.NEVER));
		} finally {
			prompt.unregister();
		}
	}

	private List<String> tokenProviders() {
		return certificates.providers().stream().map(CertificateProvider::id).filter(id -> id.startsWith("pkcs11")).sorted().toList();
	}

	private CertificateProvider provider(String id) {
		return certificates.providers().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
	}
}
