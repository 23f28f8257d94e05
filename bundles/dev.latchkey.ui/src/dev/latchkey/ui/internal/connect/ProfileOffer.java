package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;

/**
 * The permission profiles that there are to choose from.
 *
 * @param profiles never empty
 * @param first    the one of them to begin with
 * @param problem  what is wrong with the files of profiles, or with what a connection asks for
 */
record ProfileOffer(List<PermissionProfile> profiles, PermissionProfile first, Optional<String> problem) {

	ProfileOffer {
		profiles = List.copyOf(profiles);
	}

	/**
	 * @param edited     the connection to change, which keeps its profile as long as that is known
	 * @param remembered id of the profile that was chosen last for a new connection; may be empty
	 * @return empty when there is no profile at all
	 */
	static Optional<ProfileOffer> of(ProfileCatalog catalog, Optional<Connection> edited, String remembered) {
		List<PermissionProfile> profiles = new ArrayList<>(catalog.profiles());
		Optional<String> asked = edited.map(Connection::profileId).filter(id -> !id.isEmpty());
		Optional<PermissionProfile> own = asked.flatMap(catalog::find);
		own.filter(profile -> named(profiles, profile.id()).isEmpty()).ifPresent(profile -> profiles.add(0, profile));
		Optional<String> missing = asked.filter(id -> own.isEmpty())
				.map(id -> NLS.bind(Messages.OrganizationPage_profileMissing, id));
		return own.flatMap(profile -> named(profiles, profile.id())).or(() -> named(profiles, remembered))
				.or(() -> profiles.stream().findFirst())
				.map(first -> new ProfileOffer(profiles, first, missing.or(() -> catalog.problems().stream().findFirst())));
	}

	private static Optional<PermissionProfile> named(List<PermissionProfile> profiles, String id) {
		return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
	}

	/** What is asked for and by whom. */
	static String text(PermissionProfile profile) {
		return NLS.bind(Messages.OrganizationPage_profileBy, profile.name(), profile.vendor());
	}
}
