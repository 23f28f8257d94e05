package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Where a next key goes when the store of the present one takes no new ones. */
class RenewedKeyTest {

	private static final String MOVED = "Contoso: the next key is kept in Latchkey key store, not where the present one is.";

	private SimulatedTenant tenant;
	private OsgiServices services;
	private ServiceRegistration<CertificateProvider> vault;

	@BeforeEach
	void connect() throws Exception {
		BundleContext context = FrameworkUtil.getBundle(RenewedKeyTest.class).getBundleContext();
		services = new OsgiServices(context);
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn());
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
		KeyMaterial key = services.get(SelfSignedIssuer.class).issue(new SelfSignedRequest("Vault", 2048, 1), Cancellation.NEVER);
		vault = context.registerService(CertificateProvider.class, new Vault(key), null);
		Session connected = Session.of("connect", "--services", "sharepoint", "--domain", "contoso.example", "--application",
				tenant.scenario().applicationId(), "--certificate", CertificateReference.of("test.vault", key.certificate()), "--yes");
		assertEquals(0, connected.exit(), connected::err);
	}

	@AfterEach
	void stop() {
		Session.of("connections", "remove", "contoso.example", "--yes");
		vault.unregister();
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(CloudCatalog.CLOUD_FILES);
		services.close();
		tenant.close();
	}

	private static JsonElement store(Session session, String array) {
		return session.json().getAsJsonArray(array).get(0).getAsJsonObject().get("store");
	}

	private static void assertMoved(JsonElement element) {
		JsonObject store = element.getAsJsonObject();
		assertEquals("keystore", store.get("id").getAsString());
		assertEquals("Latchkey key store", store.get("name").getAsString());
		assertTrue(store.get("other").getAsBoolean());
	}

	@Test
	void whereItGoesIsToldBeforeAndAfterwards() {
		assertMoved(store(Session.of("renew", "--all", "--dry-run", "--json"), "toRenew"));
		assertTrue(Session.of("renew", "--all", "--dry-run").out().contains(MOVED));
		assertTrue(store(Session.of("renew", "--all", "--dry-run", "--provider", "test.vault", "--json"), "toRenew").isJsonNull());
		Session renewed = Session.of("renew", "--all");
		assertEquals(0, renewed.exit(), renewed::err);
		assertTrue(renewed.out().contains(MOVED), renewed::out);

		Session again = Session.of("renew", "--all", "--json");
		assertEquals(0, again.exit(), again::err);
		assertFalse(store(again, "renewals").getAsJsonObject().get("other").getAsBoolean(), "it is there now");
		assertFalse(Session.of("renew", "--all", "--dry-run").out().contains("Contoso: "));
	}

	/** Holds one key, and takes none. */
	private record Vault(KeyMaterial only) implements CertificateProvider {
		@Override
		public String id() {
			return "test.vault";
		}

		@Override
		public String name() {
			return "Vault";
		}

		@Override
		public String description() {
			return "A vault of a test.";
		}

		@Override
		public int rank() {
			return 1;
		}

		@Override
		public List<CertificateEntry> list(Cancellation cancellation) {
			return List.of(new CertificateEntry(CertificateReference.of(id(), only.certificate()), only.certificate(), List.of(),
					"Vault", name(), () -> new SigningKey(only.key())));
		}
	}
}
