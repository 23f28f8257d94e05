package dev.latchkey.ui.internal.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification;

class ConnectModelTest {

	private final ConnectModel model = new ConnectModel(new Mailboxes(), MicrosoftClouds.GLOBAL);
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
	void theRegionFollowsTheOrganization() {
		input.setAccount("alex@contoso.us");
		model.located(new Tenant(MicrosoftClouds.GCC_HIGH, "id", "contoso.us"));
		assertEquals(MicrosoftClouds.GCC_HIGH, input.cloud());
		assertEquals("id", model.tenant().orElseThrow().id());
		assertEquals(Optional.of(new RegionChange("contoso.us", MicrosoftClouds.GCC_HIGH, Set.of())), model.regionChange());
		input.setAccount("alex@fabrikam.com");
		assertTrue(model.regionChange().isEmpty());
	}

	@Test
	void theRightRegionIsNoChange() {
		signIn();
		assertTrue(model.regionChange().isEmpty());
	}

	@Test
	void servicesThatTheRegionLacksAreDropped() {
		input.use(Service.TEAMS, true);
		input.use(Service.EXCHANGE, true);
		input.setAccount("alex@contoso.cn");
		input.setOrganization("contoso.cn");
		model.located(new Tenant(MicrosoftClouds.CHINA, "id", "contoso.cn"));
		assertEquals(Set.of(Service.TEAMS), model.regionChange().orElseThrow().dropped());
		assertTrue(model.tenant().isPresent());
	}

	@Test
	void whenTheRegionAsksForAnotherInputTheOrganizationIsSearchedAgain() {
		input.setAccount("alex@contoso.cn");
		model.located(new Tenant(MicrosoftClouds.CHINA, "id", "contoso.cn"));
		assertFalse(input.needsAccount());
		assertTrue(model.tenant().isEmpty());
		assertTrue(model.regionChange().isPresent());
	}

	@Test
	void anAccountIsAskedForExactlyWhenACheckNeedsOne() {
		assertTrue(input.needsAccount());
		input.use(Service.EXCHANGE, false);
		assertFalse(input.needsAccount());
		input.use(Service.EXCHANGE, true);
		input.setCloud(MicrosoftClouds.CHINA);
		assertFalse(input.needsAccount());
	}

	@Test
	void whoStillTypesKeepsTheSession() {
		signIn();
		input.setAccount("alex@");
		assertTrue(first.open);
		input.setAccount("beth@contoso.com");
		assertTrue(first.open);
		assertTrue(model.tenant().isPresent());
	}

	@Test
	void theSameSessionAgainStaysOpen() {
		signIn();
		model.signedIn(first);
		assertTrue(first.open);
	}

	@Test
	void aTenantIdIsWhatADomainIs() {
		input.use(Service.EXCHANGE, false);
		input.setOrganization("{6F7C9D0E-0000-4000-8000-00000000C0DE}");
		assertEquals(Optional.of("6f7c9d0e-0000-4000-8000-00000000c0de"), input.domain());
	}

	@Test
	void cloudsOfThisConsoleAreAskedBeforeMicrosoftsOthers() {
		Cloud lab = new Cloud("lab", "Lab", MicrosoftClouds.GLOBAL.authority(), MicrosoftClouds.GLOBAL.graph(),
				MicrosoftClouds.GLOBAL.exchange(), "https://{tenant}.lab.example", MicrosoftClouds.GLOBAL.deviceLogin(),
				MicrosoftClouds.GLOBAL.portal(), true, List.of());
		List<Cloud> all = new ArrayList<>(MicrosoftClouds.ALL);
		all.add(lab);
		List<Cloud> expected = new ArrayList<>(MicrosoftClouds.ALL);
		expected.remove(MicrosoftClouds.DOD);
		expected.addAll(0, List.of(MicrosoftClouds.DOD, lab));
		assertEquals(expected, TenantSearch.order(MicrosoftClouds.DOD, all));
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
		Connection connection = new Connection(UUID.randomUUID(), 0, "Contoso", "global", "id", "contoso.com",
				Optional.of("alex@contoso.com"), "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
				Optional.empty(), new CertificateReference("store", "A".repeat(64)), Instant.EPOCH,
				List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT, Service.TEAMS), "",
				new Proof(Connection.State.CONNECTED, Optional.empty(), Set.of(), Optional.empty()));
		ConnectInput edited = ConnectModel.editing(new Mailboxes(), MicrosoftClouds.GLOBAL, connection).input();
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

	private static final class Mailboxes implements PermissionProfile {

		@Override
		public String id() {
			return "com.contoso.mailboxes";
		}

		@Override
		public String name() {
			return "Mailboxes";
		}

		@Override
		public String vendor() {
			return "Contoso";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return MicrosoftClouds.CHINA.equals(cloud) ? List.of()
					: List.of(new PermissionNeed(Resource.EXCHANGE_ONLINE, "full_access_as_app", Set.of(Service.EXCHANGE), ""));
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
