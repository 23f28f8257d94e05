package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;

/** What a provider promises that is a {@link CertificateImporter} too. */
public interface CertificateImporterContract extends CertificateProviderContract {

	private static CertificateEntry add(CertificateProvider provider, KeyMaterial material) throws Exception {
		return Checks.capability(provider, CertificateImporter.class).add(material, Cancellation.NEVER);
	}

	private static KeyMaterial named(KeyMaterial material, String friendlyName) {
		return new KeyMaterial(material.key(), material.certificate(), material.issuers(), friendlyName);
	}

	@Test
	default void keepsAKeyBesideTheOthers() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> expected = new HashSet<>(Checks.list(provider));
		KeyMaterial material = TestKeys.rsa("added");
		CertificateEntry added = add(provider, material);
		assertEquals(CertificateReference.of(provider.id(), material.certificate()), added.reference(),
				"add answers the entry of the certificate that it was given.");
		expected.add(added);
		Checks.assertHas(expected, provider, "The entry is in the list when add returns, and the others still are.");
		Checks.assertSigns(added);
	}

	@Test
	default void keepsTheFirstKeyOfAnEmptyPlace() throws Exception {
		CertificateProvider provider = emptyProvider();
		CertificateEntry added = add(provider, TestKeys.rsa("first"));
		Checks.assertHas(Set.of(added), provider, "The entry is in the list when add returns.");
	}

	@Test
	default void keepsTheSameOnce() throws Exception {
		CertificateProvider provider = emptyProvider();
		KeyMaterial material = TestKeys.rsa("same");
		CertificateEntry first = add(provider, material);
		assertEquals(first, add(provider, named(material, "other")), "The certificate identifies the entry, not its name.");
		Checks.assertHas(Set.of(first), provider,
				"Adding a certificate that is there already replaces its key and is no error.");
	}

	@Test
	default void keepsTwoOfOneName() throws Exception {
		CertificateProvider provider = emptyProvider();
		CertificateEntry one = add(provider, TestKeys.rsa("Backup"));
		CertificateEntry other = add(provider, TestKeys.rsa("backup"));
		Checks.assertHas(Set.of(one, other), provider, "A new key never replaces another certificate of the same name.");
	}

	@Test
	default void takesAnyName() throws Exception {
		CertificateProvider provider = emptyProvider();
		KeyMaterial material = TestKeys.rsa("name");
		for (String name : List.of("", " ", "Müller & Söhne", "резерв", "鍵.🔑", "a/b\\c:*?\"<>|", "x".repeat(200))) {
			CertificateEntry added = add(provider, named(material, name));
			Checks.assertHas(Set.of(added), provider, "A friendly name is any text: '" + name + "'");
		}
	}

	@Test
	default void leavesTheKeyToItsOwner() throws Exception {
		KeyMaterial material = TestKeys.rsa("mine");
		byte[] before = material.key().getEncoded().clone();
		add(emptyProvider(), material);
		assertArrayEquals(before, material.key().getEncoded(), "The key that was given to add stays as it is.");
	}

	@Test
	default void refusesAKeyThatStaysElsewhere() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		KeyMaterial material = TestKeys.rsa("elsewhere");
		KeyMaterial opaque = new KeyMaterial(new OpaqueKey(), material.certificate(), List.of(), "elsewhere");
		assertThrows(CertificateAccessException.class, () -> add(provider, opaque),
				"A key without encoded form can't be kept: a CertificateAccessException with its reason.");
		Checks.assertHas(before, provider, "Nothing was changed when add fails.");
	}

	@Test
	default void keepsNothingWhenCancelled() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		KeyMaterial material = TestKeys.rsa("cancelled");
		CertificateImporter importer = Checks.capability(provider, CertificateImporter.class);
		Checks.assertCancels("add", cancellation -> importer.add(material, cancellation));
		Checks.assertHas(before, provider, "Nothing was changed when add is cancelled.");
		Checks.assertStops("add", cancellation -> importer.add(material, cancellation));
	}

	@Test
	default void keepsKeysOfSeveralThreads() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> expected = ConcurrentHashMap.newKeySet();
		expected.addAll(Checks.list(provider));
		Checks.atOnce(thread -> assertTrue(expected.add(add(provider, TestKeys.rsa("thread")))));
		Checks.assertHas(expected, provider, "Keys that are added at the same moment are all kept.");
	}

	@Test
	default void showsNothingOfAddedKeys() throws Exception {
		CertificateProvider provider = emptyProvider();
		KeyMaterial material = TestKeys.rsa("shown");
		CertificateEntry entry = add(provider, material);
		Secrets.of(this).and(material.key()).assertNotIn("toString()", String.valueOf(provider), entry.toString(),
				entry.key().toString(), entry.key().open().toString());
	}
}
