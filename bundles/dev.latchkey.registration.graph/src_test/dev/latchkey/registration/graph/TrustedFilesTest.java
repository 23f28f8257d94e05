package dev.latchkey.registration.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedFilesTest {

	@TempDir
	Path folder;

	private static String pem(X509Certificate certificate) throws Exception {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

	@Test
	void everyCertificateOfEveryFileIsTaken() throws Exception {
		X509Certificate one = TestCertificate.make(folder, "one").certificate();
		X509Certificate two = TestCertificate.make(folder, "two").certificate();
		Path both = Files.writeString(folder.resolve("both.pem"), "Subject: one\n" + pem(one) + pem(two));
		Path again = Files.writeString(folder.resolve("again.pem"), pem(one));
		TrustedFiles files = TrustedFiles.read(" " + both + "\n\n" + again + "\n");
		assertEquals(List.of(one, two, one), files.authorities());
		assertEquals(List.of(), files.problems());
	}

	@Test
	void eachFileThatCannotBeUsedIsTold() throws Exception {
		Path empty = Files.writeString(folder.resolve("empty.pem"), "");
		Path garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
		List<String> problems = TrustedFiles.read(empty + "\n" + garbage + "\n" + folder + "\nno\0path").problems();
		assertEquals(4, problems.size(), problems::toString);
		assertTrue(problems.get(0).contains("empty.pem") && problems.get(1).contains("garbage.pem"), problems::toString);
	}
}
