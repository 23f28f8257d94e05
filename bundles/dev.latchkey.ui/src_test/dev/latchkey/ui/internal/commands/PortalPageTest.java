package dev.latchkey.ui.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Service;

/** Where an application stands in the portals. */
class PortalPageTest {

	private static final Connection CONNECTION = new Connection(UUID.randomUUID(), 0, "Contoso", "global",
			"6f7c9d0e-0000-4000-8000-00000000c0de", "contoso.com", Optional.empty(), "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
			Optional.empty(), new CertificateReference("store", "a".repeat(64)), Instant.EPOCH, List.of(),
			Set.of(Service.SHAREPOINT), "", Proof.NONE);

	@Test
	void theTenantComesBeforeItsApplication() {
		assertEquals("https://entra.microsoft.com/6f7c9d0e-0000-4000-8000-00000000c0de/#view/Microsoft_AAD_RegisteredApps/"
				+ "ApplicationMenuBlade/~/Overview/appId/1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
				PortalPage.of(MicrosoftClouds.GLOBAL, CONNECTION).toString());
	}

	@Test
	void eachCloudHasItsOwn() {
		assertEquals("entra.microsoft.us", PortalPage.of(MicrosoftClouds.GCC_HIGH, CONNECTION).getHost());
		assertEquals("entra.microsoftonline.cn", PortalPage.of(MicrosoftClouds.CHINA, CONNECTION).getHost());
	}

	@Test
	void aCloudWithoutAPortalIsSentToItsLoginAndNothingElse() {
		assertEquals(MicrosoftClouds.GERMANY.authority(), PortalPage.of(MicrosoftClouds.GERMANY, CONNECTION));
	}
}
