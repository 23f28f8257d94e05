package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.ui.internal.WizardServices;

/**
 * The clouds and permission profiles as they were when a wizard was opened.
 *
 * @param clouds   that there are to choose from
 * @param problem  what is wrong with the files of clouds and trusted authorities
 * @param profiles empty when there is no profile at all
 */
record Catalogs(List<Cloud> clouds, Optional<String> problem, Optional<ProfileOffer> profiles) {

	Catalogs {
		clouds = List.copyOf(clouds);
	}

	/**
	 * Reads files, which may be on a drive that does not answer; for background threads.
	 *
	 * @param edited     the connection to change, if any
	 * @param remembered id of the profile that was chosen last for a new connection; may be empty
	 */
	static Catalogs read(WizardServices services, Optional<Connection> edited, String remembered) {
		return new Catalogs(services.clouds().clouds(), services.clouds().problems().stream().findFirst(),
				ProfileOffer.of(services.profiles(), edited, remembered));
	}

	Optional<Cloud> cloud(String id) {
		return clouds.stream().filter(cloud -> cloud.id().equals(id)).findFirst();
	}
}
