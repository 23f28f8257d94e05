package dev.latchkey.registration.graph.entra;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.latchkey.registration.graph.TestCertificate;

/** A Keycloak in a Java machine of its own, on a free port of loopback, over TLS, with one realm and nothing kept. */
final class Keycloak implements AutoCloseable {

	/** Its unpacked distribution; absent when nobody asked for this. */
	static final String HOME = "keycloak.home";

	private static final String REALM = "latchkey";
	private static final String READY = "Listening on:";

	private final Path realmFile;
	private final Process process;
	private final URI realm;
	private final SSLContext trust;

	/**
	 * Starts it, and waits until it serves.
	 *
	 * @param realm  clients and users, as JSON members of a realm
	 * @param folder for its key
	 */
	Keycloak(String realm, Path folder) throws IOException, GeneralSecurityException {
		Path home = Path.of(System.getProperty(HOME));
		Path keys = TestCertificate.server(folder, "localhost");
		this.realmFile = Files.createDirectories(home.resolve("data/import")).resolve(REALM + "-realm.json");
		Files.writeString(realmFile, "{\"realm\": \"" + REALM + "\", \"enabled\": true, " + realm + "}");
		int port = freePort();
		this.realm = URI.create("https://localhost:" + port + "/realms/" + REALM);
		this.trust = trusting(keys);
		this.process = start(home, keys, port);
		awaitReady();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(keys.toFile(), TestCertificate.password());
		KeyStore anchors = KeyStore.getInstance("PKCS12");
		anchors.load(null, null);
		anchors.setCertificateEntry("keycloak", store.getCertificate("test"));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(anchors);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), new SecureRandom());
		return context;
	}

	private static Process start(Path home, Path keys, int port) throws IOException {
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		List<String> command = new ArrayList<>(windows ? List.of(home.resolve("bin/kc.bat").toString())
				: List.of("sh", home.resolve("bin/kc.sh").toString()));
		command.addAll(List.of("start-dev", "--db=dev-mem", "--import-realm", "--http-enabled=false",
				"--http-host=localhost", "--https-port=" + port, "--https-key-store-file=" + keys,
				"--https-key-store-password=" + new String(TestCertificate.password())));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
		return builder.start();
	}

	private void awaitReady() throws IOException {
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		StringBuilder said = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.append(line).append('\n');
			if (line.contains(READY)) {
				Thread rest = new Thread(() -> output.lines().forEach(ignored -> {
				}), "Keycloak's output");
				rest.setDaemon(true);
				rest.start();
				return;
			}
		}
		close();
		throw new IOException("Keycloak did not start:\n" + said);
	}

	/** Address of one of the realm's endpoints. */
	URI endpoint(String path) {
		return URI.create(realm + "/protocol/openid-connect/" + path);
	}

	HttpClient.Builder client() {
		return HttpClient.newBuilder().sslContext(trust);
	}

	@Override
	public void close() throws IOException {
		List<ProcessHandle> started = new ArrayList<>(process.descendants().toList());
		started.add(process.toHandle());
		started.forEach(ProcessHandle::destroy);
		try {
			if (!process.waitFor(20, TimeUnit.SECONDS)) {
				started.forEach(ProcessHandle::destroyForcibly);
				process.waitFor();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		Files.deleteIfExists(realmFile);
	}
}
