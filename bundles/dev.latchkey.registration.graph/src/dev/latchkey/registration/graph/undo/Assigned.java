package dev.latchkey.registration.graph.undo;

import com.google.gson.JsonObject;

import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.tenant.AdminRights;

/** The two kinds of assignments. */
final class Assigned {

	private Assigned() {
	}

	/** An app role of a resource. */
	record AppRole(Change change) implements AssignmentTrace.Kind {

		@Override
		public String list() {
			return grants(change.ids().get(Ids.PRINCIPAL_ID));
		}

		@Override
		public String one(String assignmentId) {
			return list() + '/' + assignmentId;
		}

		@Override
		public boolean same(JsonObject assignment) {
			return change.ids().get(Ids.RESOURCE_ID).equalsIgnoreCase(Reading.text(assignment, "resourceId")) //$NON-NLS-1$
					&& change.ids().get(Ids.APP_ROLE_ID).equalsIgnoreCase(Reading.text(assignment, "appRoleId")); //$NON-NLS-1$
		}

		@Override
		public String role() {
			boolean graph = change.itemId().contains(Resource.MICROSOFT_GRAPH.appId());
			return graph ? AdminRights.PRIVILEGED : AdminRights.APPLICATION;
		}
	}

	/** A directory role, for the whole tenant. */
	record DirectoryRole(Change change) implements AssignmentTrace.Kind {

		@Override
		public String list() {
			return roles(change.ids().get(Ids.PRINCIPAL_ID));
		}

		@Override
		public String one(String assignmentId) {
			return "/roleManagement/directory/roleAssignments/" + assignmentId; //$NON-NLS-1$
		}

		@Override
		public boolean same(JsonObject assignment) {
			return change.ids().get(Ids.ROLE_TEMPLATE_ID).equalsIgnoreCase(Reading.text(assignment, "roleDefinitionId")) //$NON-NLS-1$
					&& "/".equals(Reading.text(assignment, "directoryScopeId")); //$NON-NLS-1$ //$NON-NLS-2$
		}

		@Override
		public String role() {
			return AdminRights.PRIVILEGED;
		}
	}

	/** What that service principal is granted. */
	static String grants(String principalId) {
		return "/servicePrincipals/" + principalId + "/appRoleAssignments"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The directory roles of that service principal. */
	static String roles(String principalId) {
		return "/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20%27" + principalId + "%27"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
