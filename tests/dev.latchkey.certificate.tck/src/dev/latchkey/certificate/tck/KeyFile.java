package dev.latchkey.certificate.tck;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.Thumbprint;

/** A PFX file with one key. */
record KeyFile(Path path, KeyMaterial material) {

	static final String PASSWORD = "password of the contract";

	static KeyFile in(Path folder) throws Exception {
		KeyMaterial material = TestKeys.rsa("linked");
		Path path = folder.resolve("a linked file.pfx");
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("linked", material.key(), PASSWORD.toCharArray(), new Certificate[] { material.certificate() });
		try (OutputStream out = Files.newOutputStream(path)) {
			store.store(out, PASSWORD.toCharArray());
		}
		return new KeyFile(path, material);
	}

	CertificateEntry link(CertificateProvider provider) throws Exception {
		return link(provider, PASSWORD.toCharArray(), sha256());
	}

	CertificateEntry link(CertificateProvider provider, char[] password, String sha256) throws Exception {
		return Checks.capability(provider, KeyFileLinker.class).link(path, password, sha256, Cancellation.NEVER);
	}

	String sha256() {
		return Thumbprint.sha256(material.certificate());
	}
}
