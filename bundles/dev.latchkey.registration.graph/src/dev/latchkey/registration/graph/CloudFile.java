package dev.latchkey.registration.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.registration.Cloud;

/** One file as {@link dev.latchkey.registration.CloudCatalog#CLOUD_FILES} describes it. */
final class CloudFile {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+"); //$NON-NLS-1$
	private static final String PEM = "-----BEGIN"; //$NON-NLS-1$

	private final Path path;

	CloudFile(Path path) {
		this.path = path;
	}

	Cloud read() throws IOException, MalformedException {
		JsonObject json = object(Files.readString(path, StandardCharsets.UTF_8));
		String authority = text(json, "authority"); //$NON-NLS-1$
		try {
			return new Cloud(id(json), text(json, "name"), endpoint(json, "authority", ""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					endpoint(json, "graph", ""), endpoint(json, "exchange", ""), sharePoint(json), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					endpoint(json, "deviceLogin", authority), endpoint(json, "portal", authority), teams(json), //$NON-NLS-1$ //$NON-NLS-2$
					authorities(text(json, "ca", ""))); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			throw new MalformedException(e.getMessage());
		}
	}

	private static JsonObject object(String text) throws MalformedException {
		try {
			return JsonParser.parseString(text).getAsJsonObject();
		} catch (JsonParseException | IllegalStateException e) {
			throw new MalformedException(Messages.CloudFile_notJson);
		}
	}

	private static String id(JsonObject json) throws MalformedException {
		String id = text(json, "id"); //$NON-NLS-1$
		if (!ID.matcher(id).matches()) {
			throw new MalformedException("id: " + id); //$NON-NLS-1$
		}
		return id;
	}

	/** An endpoint, without a slash at its end, because paths are put behind it. */
	private static URI endpoint(JsonObject json, String name, String other) throws MalformedException {
		String text = other.isEmpty() ? text(json, name) : text(json, name, other);
		URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text); //$NON-NLS-1$
		if (!"https".equals(uri.getScheme()) || uri.getHost() == null) { //$NON-NLS-1$
			throw new MalformedException(name + ": " + text); //$NON-NLS-1$
		}
		return uri;
	}

	private static String sharePoint(JsonObject json) throws MalformedException {
		String text = text(json, "sharepoint"); //$NON-NLS-1$
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text; //$NON-NLS-1$
	}

	private static boolean teams(JsonObject json) {
		JsonElement teams = json.get("teams"); //$NON-NLS-1$
		return teams == null || !teams.isJsonPrimitive() || teams.getAsBoolean();
	}

	private List<X509Certificate> authorities(String ca) throws IOException, MalformedException {
		if (ca.isBlank()) {
			return List.of();
		}
		byte[] pem = ca.contains(PEM) ? ca.getBytes(StandardCharsets.US_ASCII)
				: Files.readAllBytes(path.toAbsolutePath().resolveSibling(ca));
		try {
			return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream() //$NON-NLS-1$
					.map(X509Certificate.class::cast).toList();
		} catch (CertificateException e) {
			throw new MalformedException("ca"); //$NON-NLS-1$
		}
	}

	private static String text(JsonObject json, String name) throws MalformedException {
		String text = text(json, name, ""); //$NON-NLS-1$
		if (text.isBlank()) {
			throw new MalformedException(name);
		}
		return text;
	}

	private static String text(JsonObject json, String name, String other) {
		JsonElement element = json.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : other;
	}

	/** The file is there, but not a cloud file; the message names the member. */
	static final class MalformedException extends Exception {

		private static final long serialVersionUID = 1;

		MalformedException(String member) {
			super(member);
		}
	}
}
