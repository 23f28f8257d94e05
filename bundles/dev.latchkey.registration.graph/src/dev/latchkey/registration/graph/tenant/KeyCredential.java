package dev.latchkey.registration.graph.tenant;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.graph.Thumbprint;

/** One key credential of an application, kept as the JSON that Graph sent, so that it can be sent back unchanged. */
final class KeyCredential {

	private static final String KEY = "key"; //$NON-NLS-1$
	/** Longer names are refused by Graph. */
	private static final int MAX_NAME = 90;

	private final JsonObject json;

	KeyCredential(JsonObject json) {
		this.json = json;
	}

	/** A new one, with a key id of our own choice so that it can be found again, and the certificate's own dates. */
	static KeyCredential of(X509Certificate certificate) {
		return of(certificate, UUID.randomUUID().toString());
	}

	/** As it will be, but for its id. */
	static KeyCredential planned(X509Certificate certificate) {
		return of(certificate, Placeholders.KEY_ID);
	}

	private static KeyCredential of(X509Certificate certificate, String keyId) {
		JsonObject json = new JsonObject();
		json.addProperty("keyId", keyId); //$NON-NLS-1$
		json.addProperty("type", "AsymmetricX509Cert"); //$NON-NLS-1$ //$NON-NLS-2$
		json.addProperty("usage", "Verify"); //$NON-NLS-1$ //$NON-NLS-2$
		json.addProperty("displayName", displayName(certificate)); //$NON-NLS-1$
		json.addProperty("startDateTime", certificate.getNotBefore().toInstant().toString()); //$NON-NLS-1$
		json.addProperty("endDateTime", certificate.getNotAfter().toInstant().toString()); //$NON-NLS-1$
		json.addProperty(KEY, Base64.getEncoder().encodeToString(encoded(certificate)));
		return new KeyCredential(json);
	}

	private static String displayName(X509Certificate certificate) {
		String subject = certificate.getSubjectX500Principal().getName();
		return subject.length() > MAX_NAME ? subject.substring(0, MAX_NAME) : subject;
	}

	String keyId() {
		return text("keyId"); //$NON-NLS-1$
	}

	/** As {@link Thumbprint#sha256(X509Certificate)}; of nothing when Graph kept the key back. */
	String sha256() {
		return Thumbprint.sha256(bytes(KEY));
	}

	JsonObject json() {
		return json;
	}

	/** As Graph wants an entry that stays: all as it was, named by its key id, the key itself left out. */
	JsonObject untouched() {
		JsonObject same = json.deepCopy();
		same.add(KEY, JsonNull.INSTANCE);
		return same;
	}

	/** Whether it is that certificate, by its bytes or, where Graph keeps them back, by its thumbprint in any spelling. */
	boolean is(X509Certificate certificate) {
		byte[] key = bytes(KEY);
		if (key.length > 0) {
			return Arrays.equals(key, encoded(certificate));
		}
		byte[] thumbprint = Thumbprint.of(encoded(certificate));
		String hex = Thumbprint.hex(thumbprint);
		byte[] identifier = bytes("customKeyIdentifier"); //$NON-NLS-1$
		return hex.equalsIgnoreCase(text("customKeyIdentifier")) || Arrays.equals(identifier, thumbprint) //$NON-NLS-1$
				|| hex.equalsIgnoreCase(new String(identifier, StandardCharsets.ISO_8859_1));
	}

	/** Whether it is the same entry with the same key. */
	boolean sameAs(KeyCredential other) {
		return keyId().equals(other.keyId()) && text(KEY).equals(other.text(KEY));
	}

	/** Whether it is past its end, so that nobody can sign in with it any more. */
	boolean hasEnded() {
		return ends().map(Instant.now()::isAfter).orElse(false);
	}

	ExistingCertificate existing() {
		return new ExistingCertificate(keyId(), text("displayName"), thumbprint(), ends()); //$NON-NLS-1$
	}

	private String thumbprint() {
		byte[] key = bytes(KEY);
		byte[] identifier = bytes("customKeyIdentifier"); //$NON-NLS-1$
		if (key.length > 0) {
			return Thumbprint.hex(Thumbprint.of(key));
		}
		return identifier.length == Thumbprint.BYTES ? Thumbprint.hex(identifier) : ""; //$NON-NLS-1$
	}

	private Optional<Instant> ends() {
		return ApplicationState.time(json, "endDateTime"); //$NON-NLS-1$
	}

	private byte[] bytes(String name) {
		try {
			return Base64.getDecoder().decode(text(name));
		} catch (IllegalArgumentException e) {
			return new byte[0];
		}
	}

	private String text(String name) {
		return ApplicationState.text(json, name);
	}

	private static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException(e);
		}
	}
}
