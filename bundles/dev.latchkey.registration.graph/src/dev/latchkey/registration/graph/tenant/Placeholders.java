package dev.latchkey.registration.graph.tenant;

/** What stands in a planned request for what is not known before an earlier one was answered. */
final class Placeholders {

	/** The id that is drawn when the certificate is added. */
	static final String KEY_ID = "{keyId}"; //$NON-NLS-1$

	private Placeholders() {
	}

	/** Object id of the service principal of that application. */
	static String principalId(String appId) {
		return "{servicePrincipal " + appId + '}'; //$NON-NLS-1$
	}

	/** Id of the app role with that value. */
	static String roleId(String value) {
		return "{appRole " + value + '}'; //$NON-NLS-1$
	}
}
