package dev.latchkey.ui.internal.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification;

class ConnectModelTest {

	private final ConnectModel model = new ConnectModel(new NoPermissions(), MicrosoftClouds.GLOBAL);
	private final ConnectInput input = model.input();
	private final Session first = new Session();
	private final Session second = new Session();

	@Test
	void teamsGoesWithWhatItNeeds() {
		input.use(Service.TEAMS, true);
		assertTrue(input.uses(Service.TEAMS));
		input.use(Service.EXCHANGE, false);
		assertEquals(Set.of(Service.SHAREPOINT), input.services());
		input.use(Service.TEAMS, true);
		assertFalse(input.uses(Service.TEAMS));
		assertFalse(input.teamsPossible());
	}

	@Test
	void teamsGoesWithACloudThatLacksIt() {
		input.use(Service.TEAMS, true);
		input.setCloud(MicrosoftClouds.CHINA);
		assertEquals(Set.of(Service.EXCHANGE, Service.SHAREPOINT), input.services());
		input.setCloud(MicrosoftClouds.GLOBAL);
		assertFalse(input.uses(Service.TEAMS));
		assertTrue(input.teamsPossible());
	}

	@Test
	void domainComesFromWhatIsAskedFor() {
		input.setAccount("alex@Contoso.com");
		input.setOrganization("fabrikam.com");
		assertEquals(Optional.of("contoso.com"), input.domain());
		input.use(Service.EXCHANGE, false);
		assertEquals(Optional.of("fabrikam.com"), input.domain());
		input.setOrganization("nonsense");
		assertEquals(Optional.empty(), input.domain());
	}

	@Test
	void anotherOrganizationSignsOut() {
		signIn();
		input.setApplicationId("1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
		input.setAccount("beth@contoso.com");
		assertTrue(first.open);
		assertTrue(model.tenant().isPresent());
		input.setAccount("beth@fabrikam.com");
		assertFalse(first.open);
		assertTrue(model.tenant().isEmpty());
		assertTrue(model.session().isEmpty());
	}

	@Test
	void anotherCloudSignsOut() {
		signIn();
		input.setCloud(MicrosoftClouds.GCC_HIGH);
		assertFalse(first.open);
	}

	@Test
	void anythingElseEnteredAnewDropsTheProofAlone() {
		signIn();
		model.verified(Optional.of(new Verification(List.of(), Optional.of("Contoso"))));
		input.setGrant(true);
		assertTrue(model.verification().isPresent());
		input.setApplicationId("1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
		assertTrue(model.verification().isEmpty());
		assertTrue(first.open);
	}

	@Test
	void anotherSpellingOfTheIdIsTheSameId() {
		input.setApplicationId("{1F0E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}");
		model.verified(Optional.of(new Verification(List.of(), Optional.empty())));
		input.setApplicationId("1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
		assertTrue(model.verification().isPresent());
	}

	@Test
	void aSecondSessionClosesTheFirst() {
		signIn();
		model.signedIn(second);
		assertFalse(first.open);
		model.close();
		assertFalse(second.open);
	}

	@Test
	void savingUnverifiedIsChosenAnewAfterEachProof() {
		model.setSaveUnverified(true);
		model.verified(Optional.empty());
		assertFalse(model.saveUnverified());
	}

	@Test
	void tellsEachChange() {
		AtomicInteger changes = new AtomicInteger();
		model.addListener(changes::incrementAndGet);
		input.setGrant(false);
		input.setAccount("a");
		assertEquals(2, changes.get());
	}

	@Test
	void startsWithAConnectionsValues() {
		Connection connection = new Connection(UUID.randomUUID(), "Contoso", "global", "id", "contoso.com",
				Optional.of("alex@contoso.com"), "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
				new CertificateReference("store", "A".repeat(64)), Instant.EPOCH,
				Set.of(Service.EXCHANGE, Service.SHAREPOINT, Service.TEAMS), "", Connection.State.CONNECTED, Optional.empty());
		ConnectInput edited = ConnectModel.editing(new NoPermissions(), MicrosoftClouds.GLOBAL, connection).input();
		assertEquals(connection.services(), edited.services());
		assertEquals("alex@contoso.com", edited.account());
		assertEquals("contoso.com", edited.organization());
		assertEquals(connection.applicationId(), edited.applicationId());
		assertTrue(edited.certificate().isEmpty());
	}

	private void signIn() {
		input.setAccount("alex@contoso.com");
		model.located(new Tenant(MicrosoftClouds.GLOBAL, "id", "contoso.com"));
		model.signedIn(first);
	}

	private static final class Session implements AdminSession {

		private boolean open = true;

		@Override
		public String userName() {
			return "admin@contoso.com";
		}

		@Override
		public Tenant tenant() {
			return new Tenant(MicrosoftClouds.GLOBAL, "id", "contoso.com");
		}

		@Override
		public Set<String> roleTemplateIds() {
			return Set.of();
		}

		@Override
		public Set<AdminScope> scopes() {
			return Set.of(AdminScope.values());
		}

		@Override
		public void close() {
			open = false;
		}
	}

	private static final class NoPermissions implements PermissionProfile {

		@Override
		public String id() {
			return "none";
		}

		@Override
		public String name() {
			return "None";
		}

		@Override
		public String vendor() {
			return "Nobody";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
