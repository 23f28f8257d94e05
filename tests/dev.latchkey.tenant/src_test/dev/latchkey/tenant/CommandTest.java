package dev.latchkey.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.tenant.internal.command.Main;

@Timeout(60)
class CommandTest {

	@TempDir
	private Path folder;

	private Process command(String... arguments) throws IOException, ClassNotFoundException {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", classPath(), Main.class.getName()));
		line.addAll(List.of(arguments));
		return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
	}

	/** Where the running classes come from: the runner's own class path may hold none of them. */
	private static String classPath() throws ClassNotFoundException {
		Class<?> third = Class.forName("org.bouncycastle.asn1.bsi.BSIObjectIdentifiers");
		return Stream.of(Main.class, JsonObject.class, X500Name.class, X509v3CertificateBuilder.class, third)
				.map(c -> c.getProtectionDomain().getCodeSource().getLocation())
				.map(l -> Path.of(URI.create(l.toString())).toString()).distinct()
				.collect(Collectors.joining(File.pathSeparator));
	}

	private static JsonObject read(Path file) throws IOException {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
	}

	/** Waits for a file that is written whole or not at all. */
	private static void await(Process process, Path file) throws InterruptedException {
		while (!Files.exists(file) && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
			Thread.onSpinWait();
		}
		assertTrue(Files.exists(file), "ready file");
	}

	private static HttpClient trusting(Path ca) throws Exception {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(ca))));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), null);
		return HttpClient.newBuilder().sslContext(context).build();
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process is not asked to stop there, it is ended")
	void servesUntilItIsAskedToStopAndWritesEverythingSaid() throws Exception {
		Path ready = folder.resolve("ready.json");
		Path har = folder.resolve("said.har");
		Process process = command("--ready-file", ready.toString(), "--record", har.toString(), "--latency", "5");
		try {
			await(process, ready);
			JsonObject addresses = read(ready);
			assertEquals("contoso.example", addresses.get("domain").getAsString());
			assertEquals("admin@contoso.example", addresses.get("admin").getAsString());
			JsonObject cloud = read(Path.of(addresses.get("cloud").getAsString()));
			assertEquals(addresses.get("graph"), cloud.get("graph"));
			HttpClient client = trusting(Path.of(cloud.get("ca").getAsString()));
			HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(
					cloud.get("graph").getAsString() + "/v1.0/me")).header("Authorization", "Bearer secret-of-a-person")
					.build(), HttpResponse.BodyHandlers.ofString());
			assertEquals(401, answer.statusCode());
		} finally {
			process.destroy();
		}
		assertTrue(process.waitFor(20, TimeUnit.SECONDS));
		assertFalse(Files.exists(ready));
		String text = Files.readString(har);
		JsonObject entry = read(har).getAsJsonObject("log").getAsJsonArray("entries").get(0).getAsJsonObject();
		assertEquals(401, entry.getAsJsonObject("response").get("status").getAsInt());
		assertTrue(entry.get("time").getAsDouble() >= 5);
		assertFalse(text.contains("secret-of-a-person"), "bearer tokens are masked");
		assertTrue(text.contains("Bearer (masked)"));
	}

	@Test
	void wrongArgumentsEndItAtOnce() throws Exception {
		Process process = command("--prot", "1");
		assertTrue(process.waitFor(20, TimeUnit.SECONDS));
		assertEquals(2, process.exitValue());
		assertTrue(Files.readString(folder.resolve("log")).contains("--prot"));
	}

	@Test
	void aTakenPortIsSaid() throws Exception {
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			int port = tenant.endpoints().authority().getPort();
			Process process = command("--port", Integer.toString(port));
			assertTrue(process.waitFor(20, TimeUnit.SECONDS));
			assertEquals(1, process.exitValue());
			assertFalse(Files.readString(folder.resolve("log")).contains("\tat "), "no stack trace");
		}
	}
}
