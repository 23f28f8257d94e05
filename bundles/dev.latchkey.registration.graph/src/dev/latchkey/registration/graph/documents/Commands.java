package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Thumbprint;

/** What all kinds of commands of one packet have in common. */
final class Commands {

	/** Longer names of credentials are refused by Microsoft Graph. */
	private static final int MAX_NAME = 90;

	private static final Pattern PLACE = Pattern.compile("#([A-Z]+)#"); //$NON-NLS-1$

	private final HandOver content;
	private final Remaining remaining;
	private final String keyId = UUID.randomUUID().toString();

	Commands(HandOver content, Remaining remaining) {
		this.content = content;
		this.remaining = remaining;
	}

	Remaining remaining() {
		return remaining;
	}

	Cloud cloud() {
		return content.request().tenant().cloud();
	}

	String applicationId() {
		return content.request().applicationId();
	}

	/** The variables that the scripts work with, by name. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("graph", cloud().graph().toString()); //$NON-NLS-1$
		values.put("tenant", content.request().tenant().id()); //$NON-NLS-1$
		values.put("application", applicationId()); //$NON-NLS-1$
		values.put("thumbprint", Thumbprint.hex(certificate())); //$NON-NLS-1$
		values.put("certificate", Base64.getEncoder().encodeToString(encoded())); //$NON-NLS-1$
		values.put("key_id", keyId); //$NON-NLS-1$
		values.put("credential", credential()); //$NON-NLS-1$
		return values;
	}

	/** Our key credential as JSON that is harmless inside of other languages. */
	String credential() {
		X509Certificate certificate = certificate();
		String subject = certificate.getSubjectX500Principal().getName();
		String name = subject.length() > MAX_NAME ? subject.substring(0, MAX_NAME) : subject;
		return "{\"keyId\": " + Quoted.json(keyId) + ", \"type\": \"AsymmetricX509Cert\", \"usage\": \"Verify\", \"displayName\": " //$NON-NLS-1$ //$NON-NLS-2$
				+ Quoted.json(name) + ", \"startDateTime\": " + Quoted.json(certificate.getNotBefore().toInstant().toString()) //$NON-NLS-1$
				+ ", \"endDateTime\": " + Quoted.json(certificate.getNotAfter().toInstant().toString()) + ", \"key\": " //$NON-NLS-1$ //$NON-NLS-2$
				+ Quoted.json(Base64.getEncoder().encodeToString(encoded())) + '}';
	}

	byte[] encoded() {
		try {
			return certificate().getEncoded();
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private X509Certificate certificate() {
		return content.request().certificate().certificate();
	}

	/** Names of permissions by their API. */
	static Map<Resource, List<String>> byResource(List<PermissionNeed> needs) {
		Map<Resource, List<String>> byResource = new LinkedHashMap<>();
		Remaining.resources(needs).forEach(resource -> byResource.put(resource,
				needs.stream().filter(need -> need.resource().equals(resource)).map(PermissionNeed::value).toList()));
		return byResource;
	}

	/** What lies beside this class, with texts in the places that are marked with their names. */
	static String template(String name, Map<String, String> texts) throws IOException {
		try (InputStream stream = Commands.class.getResourceAsStream(name)) {
			return PLACE.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
					.replaceAll(place -> Matcher.quoteReplacement(texts.get(place.group(1))));
		}
	}
}
