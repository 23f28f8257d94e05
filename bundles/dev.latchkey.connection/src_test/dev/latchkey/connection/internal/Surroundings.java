package dev.latchkey.connection.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

/** A console with one cloud, one profile and one certificate. */
final class Surroundings implements CloudCatalog {

	static final CertificateReference OTHER = new CertificateReference("store", "AB".repeat(32));

	private static final String PEM = """
			-----BEGIN CERTIFICATE-----
			MIIBgTCCASegAwIBAgIUJ/aT2fl9W5PiqOnRkHGyBEewcAMwCgYIKoZIzj0EAwIw
			FTETMBEGA1UEAwwKQ3VzdG9tZXIgNzAgFw0yNjExMjMxNTMwMDZaGA8yMDgxMDgy
			NjE1MzAwNlowFTETMBEGA1UEAwwKQ3VzdG9tZXIgNzBZMBMGByqGSM49AgEGCCqG
			SM49AwEHA0IABE4HJMvu3Mx6kRX7SPjny52ihZ94AkXux1Em4Pc3xnAhFWDMkxa6
			4ZuCkMz8lMRcPHbkc3DgJL2PbDESown8Nb2jUzBRMB0GA1UdDgQWBBTuj0W5tHa8
			0HLhJOFLeCrkehy2NzAfBgNVHSMEGDAWgBTuj0W5tHa80HLhJOFLeCrkehy2NzAP
			BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDlaCEgL4db+IRzGWep
			VuUswrNN4j2jACtKQGLWFi0isAIgEDzerbaRNkbajiUDJbyKtqLtFMNyk/0YPujP
			ThWuLQg=
			-----END CERTIFICATE-----
			""";

	private final X509Certificate certificate = certificate();
	private final PermissionProfile profile = new Profile();
	private List<Cloud> clouds = List.of(MicrosoftClouds.GLOBAL);

	private static X509Certificate certificate() {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)));
		} catch (CertificateException e) {
			throw new IllegalStateException(e);
		}
	}

	/** One that was never saved. */
	Connection connection(Proof proof) {
		return connection(proof, "00000003-0000-0000-c000-000000000000");
	}

	Connection connection(Proof proof, String application) {
		return connection(proof, application, profile.id());
	}

	Connection connection(Proof proof, String application, String profileId) {
		return new Connection(UUID.randomUUID(), 0, "Customer 7", MicrosoftClouds.GLOBAL.id(),
				"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "contoso.example", Optional.empty(),
				application, Optional.empty(), CertificateReference.of("store", certificate),
				Instant.parse("2080-01-01T00:00:00Z"), List.of(), Set.of(Service.SHAREPOINT), profileId, proof);
	}

	Set<String> needs() {
		return Proof.needs(profile, Set.of(Service.SHAREPOINT), MicrosoftClouds.GLOBAL);
	}

	void forgetCloud() {
		clouds = List.of();
	}

	@Override
	public List<Cloud> clouds() {
		return clouds;
	}

	@Override
	public Cloud read(Path file) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<String> problems() {
		return List.of();
	}

	ProfileCatalog profiles() {
		return new ProfileCatalog() {
			@Override
			public List<PermissionProfile> profiles() {
				return List.of(profile);
			}

			@Override
			public Optional<PermissionProfile> find(String id) {
				return Optional.of(profile).filter(each -> each.id().equals(id));
			}

			@Override
			public PermissionProfile read(Path file) {
				throw new UnsupportedOperationException();
			}

			@Override
			public List<String> problems() {
				return List.of();
			}
		};
	}

	private record Profile() implements PermissionProfile {
		@Override
		public String id() {
			return "example.profile";
		}

		@Override
		public String name() {
			return "Example";
		}

		@Override
		public String vendor() {
			return "Example";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of(new PermissionNeed(Resource.MICROSOFT_GRAPH, "Directory.Read.All", services, ""));
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}

	CertificateService certificates() {
		CertificateEntry entry = new CertificateEntry(CertificateReference.of("store", certificate), certificate, List.of(),
				"", "Store", () -> {
					throw new UnsupportedOperationException();
				});
		return new OneCertificate(entry);
	}

	private record OneCertificate(CertificateEntry entry) implements CertificateService {
		@Override
		public List<CertificateProvider> providers() {
			return List.of();
		}

		@Override
		public <T> Optional<T> first(Class<T> capability) {
			return Optional.empty();
		}

		@Override
		public <T> Optional<T> capability(String providerId, Class<T> capability) {
			return Optional.empty();
		}

		@Override
		public Optional<String> name(CertificateProvider provider) {
			return Optional.empty();
		}

		@Override
		public Optional<CertificateEntry> find(CertificateReference reference, Cancellation cancellation)
				throws CertificateAccessException {
			cancellation.check();
			return Optional.of(entry).filter(each -> each.reference().equals(reference));
		}

		@Override
		public void list(Consumer<ProviderListing> receiver, Cancellation cancellation) {
			receiver.accept(new ProviderListing("store", "Store", List.of(entry), Optional.empty()));
		}

		@Override
		public List<Finding> examine(CertificateEntry which, CertificatePolicy policy, Cancellation cancellation) {
			return List.of();
		}

		@Override
		public List<Finding> inspect(X509Certificate which, CertificatePolicy policy) {
			return List.of();
		}

		@Override
		public Subscription onProvidersChanged(Runnable listener) {
			return () -> {
				// nothing changes here
			};
		}
	}
}
