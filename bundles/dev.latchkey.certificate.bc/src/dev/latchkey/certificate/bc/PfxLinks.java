package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Remembers which PFX file has which certificate: a small properties file that is replaced as a whole, under a lock against
 * other consoles. The key is the thumbprint, the value the file's URI, which keeps names that no charset can say.
 */
final class PfxLinks {

	private static final String PASSWORD = ".password"; //$NON-NLS-1$

	/** @param protectedByPassword whether a password is kept among the secrets */
	record Link(Path file, boolean protectedByPassword) {
	}

	private final UserPlace place;
	private final Path file;

	PfxLinks(UserPlace place) {
		this.place = place;
		file = place.folder().resolve("pfx-files.properties"); //$NON-NLS-1$
	}

	/** Links by SHA-256 thumbprint. */
	Map<String, Link> read() throws CertificateAccessException {
		try {
			return links(load());
		} catch (IOException e) {
			throw failure(Reason.STORE_UNAVAILABLE, e);
		}
	}

	void put(String sha256, Link link, Cancellation cancellation) throws CertificateAccessException {
		change(properties -> {
			properties.setProperty(sha256, link.file.toUri().toString());
			properties.setProperty(sha256 + PASSWORD, Boolean.toString(link.protectedByPassword));
		}, cancellation);
	}

	void remove(String sha256, Cancellation cancellation) throws CertificateAccessException {
		change(properties -> {
			properties.remove(sha256);
			properties.remove(sha256 + PASSWORD);
		}, cancellation);
	}

	private void change(Consumer<Properties> edit, Cancellation cancellation) throws CertificateAccessException {
		try {
			OwnerOnly.createFolder(place.folder());
			try (FileLock lock = new FileLock(place.folder().resolve("pfx-files.lock"), place.busy(), cancellation)) { //$NON-NLS-1$
				Properties properties = load();
				edit.accept(properties);
				StringWriter text = new StringWriter();
				properties.store(text, null);
				OwnerOnly.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
			}
		} catch (FileLock.BusyException e) {
			throw failure(Reason.STORE_BUSY, e);
		} catch (IOException e) {
			throw failure(Reason.STORE_NOT_WRITABLE, e);
		}
	}

	private Properties load() throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			properties.load(reader);
		} catch (NoSuchFileException e) {
			return properties;
		} catch (IllegalArgumentException e) {
			throw new IOException(e);
		}
		return properties;
	}

	private Map<String, Link> links(Properties properties) {
		Map<String, Link> links = new TreeMap<>();
		for (String key : properties.stringPropertyNames()) {
			if (!key.endsWith(PASSWORD)) {
				try {
					links.put(key.toUpperCase(Locale.ROOT), new Link(Path.of(URI.create(properties.getProperty(key))),
							Boolean.parseBoolean(properties.getProperty(key + PASSWORD))));
				} catch (RuntimeException e) {
					place.warnings().warn("A remembered PFX file has no usable path: " + key, e); //$NON-NLS-1$
				}
			}
		}
		return links;
	}

	private static CertificateAccessException failure(Reason reason, Throwable cause) {
		return new CertificateAccessException(reason, cause, Messages.PfxLinks_name);
	}
}
