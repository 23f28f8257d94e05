package dev.latchkey.ui.internal.commands;

import java.net.URI;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;

/**
 * The page about an application in the portal of a cloud: first the tenant, so that somebody who administers several does not
 * land in another one, then the overview of the app registration, in the form in which the portal itself links to it.
 */
final class PortalPage {

	private static final String OVERVIEW = "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/"; //$NON-NLS-1$

	private PortalPage() {
	}

	/** The application's page, or the start of what a cloud without a known portal has instead. */
	static URI of(Cloud cloud, Connection connection) {
		boolean portal = !cloud.portal().equals(cloud.authority());
		String start = cloud.portal().toString().replaceFirst("/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return portal ? URI.create(start + '/' + connection.tenantId() + OVERVIEW + connection.applicationId()) : cloud.portal();
	}
}
