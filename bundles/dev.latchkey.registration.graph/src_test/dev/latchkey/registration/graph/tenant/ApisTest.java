package dev.latchkey.registration.graph.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

class ApisTest {

	private static final String PROTECTION = "00000007-0000-0ff1-ce00-000000000000";
	private static final PermissionNeed MANAGE = need("Exchange.ManageAsApp");
	private static final PermissionNeed MAIL = need("full_access_as_app");

	private static PermissionNeed need(String value) {
		return new PermissionNeed(Resource.EXCHANGE_ONLINE, value, Set.of(Service.EXCHANGE), "");
	}

	private static PrincipalState principal(String id, String appId, Map<String, String> roles) {
		return new PrincipalState(id, appId, id, true, roles);
	}

	@Test
	void aPermissionBelongsToWhateverOffersIt() {
		Apis apis = new Apis(MicrosoftClouds.GCC_HIGH, Map.of( //
				Resource.EXCHANGE_ONLINE.appId(), principal("exchange", Resource.EXCHANGE_ONLINE.appId(),
						Map.of("full_access_as_app", "mail")),
				PROTECTION, principal("protection", PROTECTION, Map.of("Exchange.ManageAsApp", "manage"))));
		assertEquals(Optional.of(new Grant("protection", "manage")), apis.grant(MANAGE));
		assertEquals(Optional.of(new Grant("exchange", "mail")), apis.grant(MAIL));
		assertEquals("Exchange.ManageAsApp", apis.value(new Grant("protection", "manage")));
		assertEquals("mail", apis.value(new Grant("protection", "mail")), "The same id of another API is another thing");
	}

	@Test
	void theUsualOneComesFirst() {
		Apis apis = new Apis(MicrosoftClouds.DOD, Map.of( //
				Resource.EXCHANGE_ONLINE.appId(), principal("exchange", Resource.EXCHANGE_ONLINE.appId(),
						Map.of("Exchange.ManageAsApp", "one")),
				PROTECTION, principal("protection", PROTECTION, Map.of("Exchange.ManageAsApp", "other"))));
		assertEquals(Optional.of(new Grant("exchange", "one")), apis.grant(MANAGE));
	}

	@Test
	void otherCloudsHaveOneOnly() {
		assertEquals(1, Apis.ids(Resource.EXCHANGE_ONLINE, MicrosoftClouds.GLOBAL).size());
		assertEquals(1, Apis.ids(Resource.MICROSOFT_GRAPH, MicrosoftClouds.GCC_HIGH).size());
		Apis apis = new Apis(MicrosoftClouds.GLOBAL,
				Map.of(PROTECTION, principal("protection", PROTECTION, Map.of("Exchange.ManageAsApp", "manage"))));
		assertFalse(apis.has(Resource.EXCHANGE_ONLINE));
		assertEquals(Optional.empty(), apis.grant(MANAGE));
	}

	@Test
	void whatIsCreatedLaterIsFound() {
		Apis apis = new Apis(MicrosoftClouds.GLOBAL, Map.of());
		apis.add(principal("exchange", Resource.EXCHANGE_ONLINE.appId(), Map.of("full_access_as_app", "mail")));
		assertTrue(apis.has(Resource.EXCHANGE_ONLINE));
		assertEquals(Optional.of(new Grant("exchange", "mail")), apis.grant(MAIL));
	}
}
