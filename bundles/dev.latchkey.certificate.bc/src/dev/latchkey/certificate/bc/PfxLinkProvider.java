package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;

/** Uses PFX files where they lie. Removing an entry forgets the file and leaves it alone. */
@Component(service = CertificateProvider.class)
public final class PfxLinkProvider implements CertificateProvider, KeyFileLinker, CertificateRemover, KeyExporter {

	static final String ID = "pfx-file"; //$NON-NLS-1$
	private static final int RANK = 30;
	private static final String SECRET = "pfx-"; //$NON-NLS-1$

	private final KeyFileReader reader = new BouncyCastleKeyFileReader();
	private final Map<String, Seen> seen = new ConcurrentHashMap<>();
	private final UserPlace place;
	private final PfxLinks links;

	/** What was in a file at the time of the stamp, without its key. */
	private record Seen(FileStamp stamp, CertificateEntry entry) {
	}

	@Activate
	public PfxLinkProvider(BundleContext context) {
		this(UserPlace.of(context));
	}

	PfxLinkProvider(UserPlace place) {
		this.place = place;
		links = new PfxLinks(place);
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String name() {
		return Messages.PfxLinks_name;
	}

	@Override
	public String description() {
		return Messages.PfxLinks_description;
	}

	@Override
	public int rank() {
		return RANK;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		List<CertificateEntry> entries = new ArrayList<>();
		for (Map.Entry<String, PfxLinks.Link> link : links.read().entrySet()) {
			cancellation.check();
			try {
				entries.add(entry(link.getKey(), link.getValue(), cancellation));
			} catch (CertificateAccessException | IOException e) {
				place.warnings().warn("A remembered PFX file can't be used: " + link.getValue().file(), e); //$NON-NLS-1$
			}
		}
		return List.copyOf(entries);
	}

	private CertificateEntry entry(String sha256, PfxLinks.Link link, Cancellation cancellation)
			throws CertificateAccessException, IOException {
		FileStamp stamp = FileStamp.of(link.file());
		Seen last = seen.get(sha256);
		if (last == null || !last.stamp.equals(stamp)) {
			last = new Seen(stamp, entry(read(sha256, link, cancellation)));
			seen.put(sha256, last);
		}
		return last.entry;
	}

	private CertificateEntry entry(KeyMaterial material) {
		X509Certificate certificate = material.certificate();
		String sha256 = Thumbprint.sha256(certificate);
		return new CertificateEntry(CertificateReference.of(ID, certificate), certificate, material.issuers(),
				material.friendlyName(), name(), () -> open(sha256));
	}

	private SigningKey open(String sha256) throws CertificateAccessException {
		return new SigningKey(read(sha256, Cancellation.NEVER).key());
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (!reference.providerId().equals(ID)) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return read(reference.sha256(), cancellation);
	}

	private KeyMaterial read(String sha256, Cancellation cancellation) throws CertificateAccessException {
		PfxLinks.Link link = links.read().get(sha256);
		if (link == null) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return read(sha256, link, cancellation);
	}

	private KeyMaterial read(String sha256, PfxLinks.Link link, Cancellation cancellation)
			throws CertificateAccessException {
		char[] password = null;
		try {
			password = link.protectedByPassword() ? place.secrets().get(SECRET + sha256) : null;
			return choose(reader.read(KeyFileRequest.of(link.file(), password), cancellation).keys(), sha256);
		} catch (IOException e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, name());
		} finally {
			StorePassword.clear(password);
		}
	}

	private static KeyMaterial choose(List<KeyMaterial> keys, String sha256) throws CertificateAccessException {
		return keys.stream().filter(each -> Thumbprint.sha256(each.certificate()).equals(sha256)).findFirst()
				.orElseThrow(() -> new CertificateAccessException(Reason.NO_CERTIFICATE));
	}

	@Override
	public CertificateEntry link(Path file, char[] password, String sha256, Cancellation cancellation)
			throws CertificateAccessException {
		String thumbprint = sha256.toUpperCase(Locale.ROOT);
		Path absolute = file.toAbsolutePath();
		KeyMaterial material = choose(reader.read(KeyFileRequest.of(absolute, password), cancellation).keys(), thumbprint);
		if (password != null) {
			try {
				place.secrets().put(SECRET + thumbprint, password);
			} catch (IOException e) {
				throw new CertificateAccessException(Reason.STORE_NOT_WRITABLE, e, name());
			}
		}
		links.put(thumbprint, new PfxLinks.Link(absolute, password != null), cancellation);
		return entry(material);
	}

	@Override
	public void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (!reference.providerId().equals(ID) || !links.read().containsKey(reference.sha256())) {
			return;
		}
		links.remove(reference.sha256(), cancellation);
		seen.remove(reference.sha256());
		try {
			place.secrets().remove(SECRET + reference.sha256());
		} catch (IOException e) {
			place.warnings().warn("The password of a PFX file that is not used any more could not be removed", e); //$NON-NLS-1$
		}
	}
}
