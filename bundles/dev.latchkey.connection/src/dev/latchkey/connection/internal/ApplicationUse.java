package dev.latchkey.connection.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;

/**
 * What a connection needs of its application.
 *
 * @param connection which one
 * @param needs      ids of plan items; empty when nobody knows what it needs, which may be anything
 */
record ApplicationUse(Connection connection, Optional<Set<String>> needs) {

	static ApplicationUse of(Connection connection, Belongings belongings, Optional<Cloud> cloud) {
		try {
			Set<String> needs = new HashSet<>(connection.proof().met());
			needs.addAll(Proof.needs(belongings.profile(connection), connection.services(),
					belongings.tenant(connection, cloud).cloud()));
			return new ApplicationUse(connection, Optional.of(needs));
		} catch (ConnectionException e) {
			return new ApplicationUse(connection, Optional.empty());
		}
	}

	/** Whether the connection would miss it: another's certificate and a permission that it does not ask for are not its. */
	boolean needs(Change change) {
		if (change.itemId().equals(AddCertificate.ID)) {
			return isItsCertificate(change);
		}
		boolean single = GrantPermission.isId(change.itemId()) || AssignDirectoryRole.isId(change.itemId());
		return !single || needs.map(ids -> ids.contains(change.itemId())).orElse(true);
	}

	/** One that nobody noted may be anybody's. */
	private boolean isItsCertificate(Change change) {
		String noted = change.ids().get("certificate"); //$NON-NLS-1$
		return noted == null || noted.toUpperCase(Locale.ROOT).equals(connection.certificate().sha256());
	}
}
