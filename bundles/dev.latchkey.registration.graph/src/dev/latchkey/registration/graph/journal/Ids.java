package dev.latchkey.registration.graph.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of what a change can be found by; which of them there are tells what kind of change it is. */
public final class Ids {

	/** A key credential that was added; absent where Microsoft chose it and its answer was lost. */
	public static final String KEY_ID = "keyId"; //$NON-NLS-1$
	/** SHA-256 of the certificate that was added, in lower case hexadecimal digits. */
	public static final String CERTIFICATE = "certificate"; //$NON-NLS-1$
	/** Key credentials that were there when one was added, separated by spaces. */
	public static final String OTHER_KEY_IDS = "otherKeyIds"; //$NON-NLS-1$
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
	/** Id of an app role assignment that was taken back. */
	public static final String REVOKED_ASSIGNMENT_ID = "revokedAssignmentId"; //$NON-NLS-1$
	/** Id of the app role assignment or directory role assignment. */
	public static final String ASSIGNMENT_ID = "assignmentId"; //$NON-NLS-1$

	/** Names of what tells two writings of the same thing apart. */
	private static final Set<String> OF_ONE_WRITING = Set.of(KEY_ID, OTHER_KEY_IDS, OBJECT_ID, ASSIGNMENT_ID,
			ENTRIES);

	private Ids() {
	}

	/** Whether the later change wrote all that the earlier one was to write. */
	public static boolean sameThing(Map<String, String> earlier, Map<String, String> later) {
		return thing(earlier).equals(thing(later)) && entries(later).containsAll(entries(earlier));
	}

	private static Map<String, String> thing(Map<String, String> ids) {
		Map<String, String> thing = new HashMap<>(ids);
		thing.keySet().removeAll(OF_ONE_WRITING);
		thing.put(ENTRIES, Boolean.toString(ids.containsKey(ENTRIES)));
		return thing;
	}

	private static Set<String> entries(Map<String, String> ids) {
		return Set.of(ids.getOrDefault(ENTRIES, "").split(" ")); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
