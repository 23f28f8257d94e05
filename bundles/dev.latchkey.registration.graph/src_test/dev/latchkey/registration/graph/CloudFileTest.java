package dev.latchkey.registration.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import dev.latchkey.registration.Cloud;

class CloudFileTest {

	@TempDir
	Path folder;

	private static JsonObject good() {
		JsonObject json = new JsonObject();
		json.addProperty("id", "lab-1");
		json.addProperty("name", "Laboratory");
		json.addProperty("authority", "https://login.example:8443/");
		json.addProperty("graph", "https://graph.example");
		json.addProperty("exchange", "https://mail.example");
		json.addProperty("sharepoint", "https://{tenant}.sites.example/");
		return json;
	}

	private Cloud read(JsonObject json) throws IOException, CloudFile.MalformedException {
		return new CloudFile(Files.writeString(folder.resolve("cloud.json"), json.toString())).read();
	}

	@Test
	void theMembersThatMustBeThereAreEnough() throws Exception {
		Cloud cloud = read(good());
		assertEquals(URI.create("https://login.example:8443"), cloud.authority());
		assertEquals(cloud.authority(), cloud.deviceLogin());
		assertEquals("https://{tenant}.sites.example", cloud.sharePoint());
		assertTrue(cloud.teams());
		assertEquals(List.of(), cloud.trusted());
	}

	@Test
	void theOthersAreRead() throws Exception {
		X509Certificate ca = TestCertificate.make(folder, "ca").certificate();
		Files.writeString(folder.resolve("ca.pem"), TestCertificate.pem(ca));
		JsonObject json = good();
		json.addProperty("teams", false);
		json.addProperty("deviceLogin", "https://login.example/device");
		json.addProperty("ca", "ca.pem");
		Cloud cloud = read(json);
		assertFalse(cloud.teams());
		assertEquals(URI.create("https://login.example/device"), cloud.deviceLogin());
		assertEquals(List.of(ca), cloud.trusted());
		json.addProperty("ca", TestCertificate.pem(ca));
		assertEquals(List.of(ca), read(json).trusted());
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "name", "authority", "graph", "exchange", "sharepoint" })
	void whatIsMissingIsNamed(String member) {
		JsonObject json = good();
		json.remove(member);
		assertTrue(assertThrows(CloudFile.MalformedException.class, () -> read(json)).getMessage().contains(member));
	}

	@Test
	void whatIsWrongIsNamed() {
		for (String[] wrong : new String[][] { { "graph", "http://graph.example" }, { "authority", "no address" },
				{ "id", "two words" }, { "ca", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----" } }) {
			JsonObject json = good();
			json.addProperty(wrong[0], wrong[1]);
			String message = assertThrows(CloudFile.MalformedException.class, () -> read(json)).getMessage();
			assertFalse(message.isBlank());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "not JSON", "{" })
	void anotherFileIsNotACloudFile(String text) throws Exception {
		Path file = Files.writeString(folder.resolve("other.txt"), text);
		assertThrows(CloudFile.MalformedException.class, () -> new CloudFile(file).read());
	}
}
