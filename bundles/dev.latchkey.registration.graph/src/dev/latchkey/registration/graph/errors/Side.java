package dev.latchkey.registration.graph.errors;

/** Who said no, and to whom: the same code can mean different things. */
public enum Side {
	/** Microsoft Entra ID, asked for a domain's tenant before anybody signs in. */
	TENANT_SEARCH,
	/** Microsoft Entra ID, to the administrator who signs in. */
	ADMINISTRATOR,
	/** Microsoft Entra ID, to the application with its certificate. */
	APPLICATION,
	/** Microsoft Graph, to the administrator. */
	GRAPH,
	/** Microsoft Graph, to the application, about a mailbox. */
	MAILBOXES,
	/** Exchange Web Services, to the application. */
	WEB_SERVICES,
	/** Exchange Online's administration, to the application. */
	EXCHANGE_ADMINISTRATION,
	/** SharePoint Online, to the application. */
	SHAREPOINT
}
