package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateReference;

/** Which modules are used, what they are called, and what happens to those that are none. */
class ModuleChoiceTest {

	@Test
	void eachLineNamesAModule() {
		List<ModuleChoice> choices = ModuleChoice.read("\n /opt/a/libfirst.so.2.1 \r\n\nC:\\Card\\second-one.dll\n/opt/a/libfirst.so.2.1",
				"Linux");
		assertEquals(List.of("/opt/a/libfirst.so.2.1", "C:\\Card\\second-one.dll"),
				choices.stream().map(ModuleChoice::path).toList());
		assertEquals(List.of("pkcs11.libfirst", "pkcs11.second-one"), choices.stream().map(ModuleChoice::providerId).toList());
		assertEquals("Tokens and smart cards (second-one)", choices.get(1).label());
	}

	@Test
	void everyNameMakesAnId() {
		List<ModuleChoice> choices = ModuleChoice.read("/a/lib ü.so\n/b/lib.so\n/c/lib.so\n/d/.so\n/e/", "Linux");
		assertEquals(5, choices.stream().map(ModuleChoice::providerId).distinct().count(), choices::toString);
		assertTrue(choices.stream().map(ModuleChoice::providerId).allMatch(CertificateReference::isProviderId), choices::toString);
	}

	@Test
	void withoutAChoiceLinuxOffersWhatIsInstalledThere() {
		assertEquals(List.of("pkcs11"), ModuleChoice.read(" \n", "Linux").stream().map(ModuleChoice::providerId).toList());
		assertEquals(List.of(), ModuleChoice.read("", "Windows 11"));
		assertEquals(List.of(), ModuleChoice.read("", "Mac OS X"));
	}

	@Test
	void aModuleThatCanNotBeLoadedIsTold(@TempDir Path folder) throws Exception {
		Path text = Files.writeString(folder.resolve("text.so"), "not a library");
		for (String path : List.of("/nowhere/lib.so", text.toString(), "lib.so", SoftHsm.LIBRARY.getFileName().toString())) {
			TokenProvider provider = provider(ModuleChoice.read(path, "Linux").get(0));
			CertificateAccessException thrown = assertThrows(CertificateAccessException.class,
					() -> provider.list(Cancellation.NEVER));
			assertEquals(Reason.STORE_UNAVAILABLE, thrown.reason());
			assertEquals(List.of(provider.name()), thrown.arguments());
		}
	}

	@Test
	void aLibraryThatIsNoModuleIsTold() {
		Path java = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("zip"));
		assertTrue(Files.exists(java));
		TokenProvider provider = provider(ModuleChoice.read(java.toString(), "Linux").get(0));
		assertEquals(Reason.STORE_UNAVAILABLE, assertThrows(CertificateAccessException.class,
				() -> provider.list(Cancellation.NEVER)).reason());
	}

	@Test
	void aModuleThatNobodyHasChosenIsNotMissed() throws Exception {
		ModuleChoice choice = new ModuleChoice("libnobody-has-this.so.0", false, "pkcs11", "Tokens", "");
		assertEquals(List.of(), provider(choice).list(Cancellation.NEVER));
	}

	private static TokenProvider provider(ModuleChoice choice) {
		return new TokenProvider(new TokenModule(choice, new PinPrompts(), () -> { }));
	}
}
