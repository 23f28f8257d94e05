package dev.latchkey.registration.graph.journal;

/** Names of what a change can be found by; which of them there are tells what kind of change it is. */
public final class Ids {

	/** A key credential that was added. */
	public static final String KEY_ID = "keyId"; //$NON-NLS-1$
	/** SHA-256 of the certificate that was added, in lower case hexadecimal digits. */
	public static final String CERTIFICATE = "certificate"; //$NON-NLS-1$
	/** A key credential that was removed. */
	public static final String REMOVED_KEY_ID = "removedKeyId"; //$NON-NLS-1$
	/** Declared permissions that were added: {@code resource's appId/role id}, separated by spaces. */
	public static final String ENTRIES = "entries"; //$NON-NLS-1$
	/** Object id of the application that was changed. */
	public static final String APPLICATION_ID = "applicationObjectId"; //$NON-NLS-1$
	/** Application id of a service principal that was created. */
	public static final String APP_ID = "appId"; //$NON-NLS-1$
	/** Object id of a service principal that was created. */
	public static final String OBJECT_ID = "objectId"; //$NON-NLS-1$
	/** Object id of the service principal that was given something. */
	public static final String PRINCIPAL_ID = "principalId"; //$NON-NLS-1$
	/** Object id of the resource's service principal. */
	public static final String RESOURCE_ID = "resourceId"; //$NON-NLS-1$
	/** App role that was granted. */
	public static final String APP_ROLE_ID = "appRoleId"; //$NON-NLS-1$
	/** Template id of the directory role that was assigned. */
	public static final String ROLE_TEMPLATE_ID = "roleTemplateId"; //$NON-NLS-1$
	/** Id of the app role assignment or directory role assignment. */
	public static final String ASSIGNMENT_ID = "assignmentId"; //$NON-NLS-1$

	private Ids() {
	}
}
