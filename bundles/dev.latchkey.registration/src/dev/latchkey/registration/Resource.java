package dev.latchkey.registration;

import java.util.Objects;

/**
 * An API that permissions belong to, known in every tenant by its application id.
 *
 * @param appId application id, lower case
 * @param name  Microsoft's name of it
 */
public record Resource(String appId, String name) {

	public static final Resource MICROSOFT_GRAPH = new Resource("00000003-0000-0000-c000-000000000000", //$NON-NLS-1$
			"Microsoft Graph"); //$NON-NLS-1$
	public static final Resource EXCHANGE_ONLINE = new Resource("00000002-0000-0ff1-ce00-000000000000", //$NON-NLS-1$
			"Office 365 Exchange Online"); //$NON-NLS-1$
	public static final Resource SHAREPOINT_ONLINE = new Resource("00000003-0000-0ff1-ce00-000000000000", //$NON-NLS-1$
			"Office 365 SharePoint Online"); //$NON-NLS-1$

	public Resource {
		Objects.requireNonNull(appId, "appId"); //$NON-NLS-1$
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
	}
}
