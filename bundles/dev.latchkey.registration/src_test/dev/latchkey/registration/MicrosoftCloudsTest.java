package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class MicrosoftCloudsTest {

	/** Where requests go; the page for codes and the portal are for people. */
	private static Set<String> services(Cloud cloud) {
		return Set.of(cloud.graph().getHost(), cloud.exchange().getHost(), sharePoint(cloud));
	}

	private static String sharePoint(Cloud cloud) {
		return cloud.sharePoint().replace("https://{tenant}", "");
	}

	@Test
	void noTwoCloudsShareAService() {
		Map<String, Cloud> owners = new HashMap<>();
		for (Cloud cloud : MicrosoftClouds.ALL) {
			services(cloud).forEach(host -> assertEquals(cloud, owners.merge(host, cloud, (first, second) -> first), host));
		}
	}

	@Test
	void onlyTheTwoOfTheUnitedStatesShareALogin() {
		Set<String> logins = new HashSet<>();
		MicrosoftClouds.ALL.forEach(cloud -> logins.add(cloud.authority().getHost()));
		assertEquals(MicrosoftClouds.ALL.size() - 1, logins.size());
		assertEquals(MicrosoftClouds.GCC_HIGH.authority(), MicrosoftClouds.DOD.authority());
	}

	@Test
	void noCloudsSharePointEndsAsAnothers() {
		for (Cloud cloud : MicrosoftClouds.ALL) {
			assertTrue(sharePoint(cloud).startsWith("."), cloud::name);
			assertEquals(1, MicrosoftClouds.ALL.stream().filter(other -> sharePoint(other).endsWith(sharePoint(cloud))).count());
		}
	}
}
