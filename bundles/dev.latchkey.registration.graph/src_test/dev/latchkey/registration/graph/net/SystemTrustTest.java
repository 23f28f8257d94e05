package dev.latchkey.registration.graph.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.registration.graph.TestCertificate;

/** The stores of operating systems by likeness: key stores with what Java's providers would show. */
class SystemTrustTest {

	private static final X509Certificate[] AUTHORITIES = authorities();

	private final Map<String, KeyStore> stores = new HashMap<>();

	@TempDir
	Path folder;

	private static X509Certificate[] authorities() {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init((KeyStore) null);
			return Arrays.stream(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
					.filter(authority -> authority.getBasicConstraints() >= 0).toArray(X509Certificate[]::new);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static KeyStore store(X509Certificate... certificates) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		for (X509Certificate certificate : certificates) {
			store.setCertificateEntry(Integer.toString(store.size()), certificate);
		}
		return store;
	}

	private KeyStore open(String type) throws KeyStoreException {
		if (!stores.containsKey(type)) {
			throw new KeyStoreException(type + " not found");
		}
		return stores.get(type);
	}

	private Set<X509Certificate> trusted(Path... files) {
		return new SystemTrust(this::open, List.of(files)).authorities();
	}

	private Path pem(String name, X509Certificate certificate) throws GeneralSecurityException, IOException {
		return Files.writeString(folder.resolve(name), "# a comment\n-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
	}

	@Test
	void windowsAndMacAddTheirAuthorities() throws Exception {
		stores.put("Windows-ROOT", store(AUTHORITIES[0]));
		assertEquals(Set.of(AUTHORITIES[0]), trusted());
		stores.clear();
		stores.put("KeychainStore-ROOT", store(AUTHORITIES[1]));
		stores.put("KeychainStore", store(AUTHORITIES[2]));
		assertEquals(Set.of(AUTHORITIES[1], AUTHORITIES[2]), trusted());
	}

	@Test
	void whatIsNoAuthorityVouchesForNobody() throws Exception {
		X509Certificate server = TestCertificate.make(folder, "server").certificate();
		stores.put("KeychainStore", store(server, AUTHORITIES[0]));
		assertEquals(Set.of(AUTHORITIES[0]), trusted(pem("server.pem", server)));
	}

	@Test
	void theFirstFileOfADistributionThatIsThereCounts() throws Exception {
		Path second = pem("second.pem", AUTHORITIES[1]);
		assertEquals(Set.of(AUTHORITIES[1]), trusted(folder.resolve("missing.pem"), second, pem("third.pem", AUTHORITIES[2])));
	}

	@Test
	void whatCannotBeReadIsNotThere() throws Exception {
		KeyStore unloaded = KeyStore.getInstance("PKCS12");
		stores.put("Windows-ROOT", unloaded);
		assertEquals(Set.of(), trusted(Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA")));
	}

	@Test
	void thisSystemIsReadWithoutAnException() {
		assertFalse(Trust.javaAnd(SystemTrust.here().authorities()).getAcceptedIssuers().length < AUTHORITIES.length);
	}
}
