package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Drift.Kind;
import dev.latchkey.registration.DriftDetection;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationRequest;

/** What somebody else changed is found, and what can't be seen is said. */
class DriftTest extends RunTest {

	private static final String EXCHANGE = "Office 365 Exchange Online";

	private final DriftDetection detection = Services.get(DriftDetection.class);
	private RegistrationRequest request;
	private String application;

	@BeforeEach
	void connect() throws Exception {
		if (Files.isDirectory(Services.journal())) {
			try (DirectoryStream<Path> runs = Files.newDirectoryStream(Services.journal())) {
				for (Path run : runs) {
					Files.delete(run);
				}
			}
		}
		startWith("{\"tenants\":{\"contoso\":{\"applications\":{\"console\":{\"owners\":[\"user@contoso.example\"]}}}}}");
		request = request();
		application = request.applicationId();
		assertTrue(register(request, signIn(ADMIN)).complete());
	}

	private List<Drift> drifts() throws RegistrationException {
		return drifts(Set.of());
	}

	private List<Drift> drifts(Set<String> met) throws RegistrationException {
		List<Drift> drifts = detection.compare(request, verify(request, Optional.empty()), met, null);
		drifts.forEach(drift -> assertFalse(drift.sentence().matches(".*\\{\\d}.*"), drift::sentence));
		return drifts;
	}

	private List<Drift> changes() throws RegistrationException {
		return drifts().stream().filter(drift -> drift.kind().isChange()).toList();
	}

	private static List<String> told(List<Drift> drifts) {
		return drifts.stream().map(drift -> drift.kind() + " " + drift.what()).toList();
	}

	@Test
	void whatWasThereBeforeIsNoChange() throws Exception {
		assertEquals(List.of("PERMISSION_EXTRA Microsoft Graph: Files.ReadWrite.All",
				"PERMISSION_EXTRA Microsoft Graph: User.Read.All"), told(drifts()).stream().sorted().toList());
	}

	@Test
	void whatSomebodyElseDidIsNamedWithThoseWhoCould() throws Exception {
		tenant.directory().addCertificate(application, Certificates.valid().certificate(), "Stranger");
		tenant.directory().revoke(application, EXCHANGE, "full_access_as_app");
		tenant.directory().removeDirectoryRole(application, "Global Reader");
		tenant.directory().grant(application, "Microsoft Graph", "Application.ReadWrite.All");

		List<Drift> changes = changes();
		assertEquals(List.of("CERTIFICATE_ADDED Stranger", "PERMISSION_GONE " + EXCHANGE + ": full_access_as_app",
				"ROLE_GONE Global Reader", "PERMISSION_ADDED Microsoft Graph: Application.ReadWrite.All"), told(changes));
		assertEquals(List.of("Application Administrator", "Cloud Application Administrator", "Global Administrator",
				"user@contoso.example"), changes.get(0).whoCould());
		assertFalse(changes.get(1).whoCould().contains("user@contoso.example"), "an owner grants nothing");
		assertEquals(List.of("Privileged Role Administrator", "Global Administrator"), changes.get(3).whoCould());
		assertTrue(changes.get(3).time().isPresent());
		assertEquals(Optional.empty(), changes.get(1).time(), "nobody knows when it went");
	}

	@Test
	void aCertificateOfOursThatWasRemovedIsMissed() throws Exception {
		String ours = service.plan(request, signIn(ADMIN), null).certificates().stream()
				.filter(key -> key.displayName().equals(certificate.certificate().getSubjectX500Principal().getName()))
				.map(ExistingCertificate::keyId).findFirst().orElseThrow();
		tenant.directory().removeCertificate(application, ours);
		assertEquals(List.of(Kind.CERTIFICATE_GONE), changes().stream().map(Drift::kind).toList());
	}

	@Test
	void whatTheApplicationMayNotReadIsSaid() throws Exception {
		tenant.directory().revoke(application, "Microsoft Graph", "Directory.Read.All");
		tenant.directory().removeDirectoryRole(application, "Global Reader");
		assertEquals(
				List.of("PERMISSION_GONE Microsoft Graph: Directory.Read.All", "ROLE_GONE Global Reader",
						"CERTIFICATES_UNREADABLE ", "PERMISSIONS_UNREADABLE ", "ROLES_UNREADABLE "),
				told(drifts()));
	}

	@Test
	void whatWasProvenIsMissedAlsoWithoutAJournal() throws Exception {
		tenant.directory().revoke(application, "Microsoft Graph", "Group.Read.All");
		assertEquals(List.of(), changes(), "it was granted by somebody else before");
		assertEquals(List.of(Kind.PERMISSION_GONE),
				drifts(Set.of("grant:00000003-0000-0000-c000-000000000000:Group.Read.All")).stream().map(Drift::kind)
						.filter(Kind::isChange).toList());
	}
}
