package dev.latchkey.certificate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/**
 * What a provider promises that is a {@link KeyExporter} too. At least one of the certificates of {@link #provider()} has a key
 * that can be given out.
 */
public interface KeyExporterContract extends CertificateProviderContract {

	private static KeyMaterial export(CertificateProvider provider, CertificateReference reference) throws Exception {
		return Checks.capability(provider, KeyExporter.class).export(reference, Cancellation.NEVER);
	}

	private static Optional<KeyMaterial> exportIfAllowed(CertificateProvider provider, CertificateEntry entry)
			throws Exception {
		try {
			return Optional.of(export(provider, entry.reference()));
		} catch (CertificateAccessException e) {
			assertEquals(Reason.NOT_EXPORTABLE, e.reason(), "export says NOT_EXPORTABLE when the place does not give out a key.");
			return Optional.empty();
		}
	}

	@Test
	default void givesOutTheKeyOfTheCertificate() throws Exception {
		CertificateProvider provider = provider();
		List<KeyMaterial> exported = new ArrayList<>();
		for (CertificateEntry entry : Checks.list(provider)) {
			Optional<KeyMaterial> material = exportIfAllowed(provider, entry);
			material.ifPresent(exported::add);
			if (material.isPresent()) {
				assertEquals(entry.certificate(), material.get().certificate(), "export answers the entry that was asked for.");
				Checks.assertSigns(entry, new SigningKey(material.get().key()));
				Secrets.of(this).and(material.get().key()).assertNotIn("toString()", entry.toString(), String.valueOf(provider),
						entry.key().open().toString(), material.get().toString());
			}
		}
		assertTrue(!exported.isEmpty(), "provider() must hand in a place with at least one key that can be given out.");
	}

	@Test
	default void keepsWhatItGivesOut() throws Exception {
		CertificateProvider provider = provider();
		Set<CertificateEntry> before = Set.copyOf(Checks.list(provider));
		for (CertificateEntry entry : before) {
			exportIfAllowed(provider, entry);
		}
		Checks.assertHas(before, provider, "export changes nothing.");
	}

	@Test
	default void givesOutNothingThatItDoesNotHave() throws Exception {
		CertificateProvider provider = provider();
		CertificateEntry entry = Checks.list(provider).get(0);
		for (CertificateReference reference : List.of(
				CertificateReference.of("dev.latchkey.somebody.else", entry.certificate()),
				CertificateReference.of(provider.id(), TestKeys.rsa("unknown").certificate()))) {
			var thrown = assertThrows(CertificateAccessException.class, () -> export(provider, reference),
					"An entry that is not there is a CertificateAccessException.");
			assertEquals(Reason.KEY_UNUSABLE, thrown.reason(), "export says KEY_UNUSABLE when the entry is not there.");
		}
	}

	@Test
	default void givesOutNothingWhenCancelled() throws Exception {
		CertificateProvider provider = provider();
		CertificateReference reference = Checks.list(provider).get(0).reference();
		KeyExporter exporter = Checks.capability(provider, KeyExporter.class);
		Checks.assertCancels("export", cancellation -> exporter.export(reference, cancellation));
	}
}
