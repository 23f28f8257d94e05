package dev.latchkey.cli;

import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.Thumbprint;

/**
 * A certificate with what is to be told of it.
 *
 * @param providerId   who keeps it; empty for one in a file
 * @param friendlyName empty when it has none
 * @param issuers      how many certificates above it are there
 * @param findings     most severe first
 */
record Described(X509Certificate certificate, Optional<String> providerId, boolean hasPrivateKey, String friendlyName,
		int issuers, List<Finding> findings) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'") //$NON-NLS-1$
			.withZone(ZoneOffset.UTC);

	static Described of(CertificateEntry entry, List<Finding> findings) {
		return new Described(entry.certificate(), Optional.of(entry.reference().providerId()), true, entry.friendlyName(),
				entry.issuers().size(), findings);
	}

	static Described of(KeyFileContent.Entry entry, List<Finding> findings) {
		return new Described(entry.certificate(), Optional.empty(), entry.hasPrivateKey(), entry.friendlyName(),
				entry.issuers().size(), findings);
	}

	String sha256() {
		return Thumbprint.sha256(certificate);
	}

	/** The friendly name, or else the subject's. */
	String name() {
		return friendlyName.isBlank() ? Names.common(certificate.getSubjectX500Principal()) : friendlyName;
	}

	JsonObject json() {
		PublicKeyFacts key = PublicKeyFacts.of(certificate.getPublicKey());
		JsonObject json = new JsonObject();
		providerId.ifPresent(id -> json.addProperty("provider", id)); //$NON-NLS-1$
		json.addProperty("sha256", sha256()); //$NON-NLS-1$
		json.addProperty("sha1", Thumbprint.sha1(certificate)); //$NON-NLS-1$
		json.addProperty("subject", Names.whole(certificate.getSubjectX500Principal())); //$NON-NLS-1$
		json.addProperty("issuer", Names.whole(certificate.getIssuerX500Principal())); //$NON-NLS-1$
		json.addProperty("notBefore", certificate.getNotBefore().toInstant().toString()); //$NON-NLS-1$
		json.addProperty("notAfter", certificate.getNotAfter().toInstant().toString()); //$NON-NLS-1$
		json.addProperty("keyAlgorithm", key.algorithm()); //$NON-NLS-1$
		json.add("keyBits", key.bits().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		json.addProperty("hasPrivateKey", hasPrivateKey); //$NON-NLS-1$
		json.add("friendlyName", friendlyName.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(friendlyName)); //$NON-NLS-1$
		json.addProperty("chainLength", 1 + issuers); //$NON-NLS-1$
		return json;
	}

	void print(Page page) {
		String key = PublicKeyFacts.of(certificate.getPublicKey()).toString();
		List<String> labels = List.of(Messages.fieldName, Messages.fieldSubject, Messages.fieldIssuer, Messages.fieldValid,
				Messages.fieldKey, Messages.fieldSha1, Messages.fieldSha256, Messages.fieldChain);
		List<String> values = List.of(name(), Names.whole(certificate.getSubjectX500Principal()),
				Names.whole(certificate.getIssuerX500Principal()),
				Messages.format(Messages.valid, time(certificate.getNotBefore()), time(certificate.getNotAfter())),
				Messages.format(hasPrivateKey ? Messages.keyPresent : Messages.keyAbsent, key), Thumbprint.sha1(certificate),
				sha256(), issuers == 0 ? Messages.chainOne : Messages.format(Messages.chainSome, 1 + issuers));
		int width = labels.stream().mapToInt(String::length).max().orElseThrow();
		for (int i = 0; i < labels.size(); i++) {
			page.field(labels.get(i), width, values.get(i));
		}
		findings.forEach(each -> page.field(each.severity().name(), width, each.message()));
	}

	private static String time(Date date) {
		return TIME.format(date.toInstant());
	}
}
