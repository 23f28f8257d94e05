package dev.latchkey.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Tenant;

/** What this console knows: clouds and profiles, by id or in a file. */
final class Directory {

	private final Environment environment;
	private final Optional<String> cloud;

	/** @param cloud id or file; null when none was given */
	Directory(Environment environment, String cloud) {
		this.environment = environment;
		this.cloud = Optional.ofNullable(cloud);
	}

	/** In the cloud that was asked for, or in the one that knows the domain. */
	Tenant tenant(String domain) throws RegistrationException, Refusal {
		RegistrationService service = environment.services().get(RegistrationService.class);
		CancellingMonitor monitor = new CancellingMonitor(environment.cancellation());
		if (cloud.isPresent()) {
			return service.locate(given(), domain, monitor);
		}
		List<Cloud> all = environment.services().get(CloudCatalog.class).clouds();
		return service.detect(all, domain, monitor);
	}

	private Cloud given() throws RegistrationException, Refusal {
		CloudCatalog catalog = environment.services().get(CloudCatalog.class);
		Optional<Cloud> known = catalog.find(cloud.orElseThrow());
		return known.isPresent() ? known.get() : catalog.read(file(cloud.get(), Refusal.NO_SUCH_CLOUD, Messages.noSuchCloud));
	}

	/** The cloud that was asked for, if one was. */
	Optional<Cloud> chosen() throws RegistrationException, Refusal {
		return cloud.isPresent() ? Optional.of(given()) : Optional.empty();
	}

	/** The cloud that something was saved with. */
	Cloud known(String id) throws RegistrationException, Refusal {
		Optional<Cloud> known = environment.services().get(CloudCatalog.class).find(id);
		Cloud found = known.isEmpty() && cloud.isPresent() ? given() : known.orElse(null);
		if (found == null || !found.id().equals(id)) {
			throw new Refusal(Refusal.NO_SUCH_CLOUD, Messages.noSuchCloud);
		}
		return found;
	}

	/** @param name id or file; null for the one to begin with */
	PermissionProfile profile(String name) throws RegistrationException, Refusal {
		ProfileCatalog catalog = environment.services().get(ProfileCatalog.class);
		if (name == null) {
			return catalog.profiles().get(0);
		}
		Optional<PermissionProfile> known = catalog.find(name);
		return known.isPresent() ? known.get() : catalog.read(file(name, Refusal.NO_SUCH_PROFILE, Messages.noSuchProfile));
	}

	private static Path file(String name, String reason, String message) throws Refusal {
		try {
			Path file = Path.of(name).toAbsolutePath();
			if (Files.isRegularFile(file)) {
				return file;
			}
		} catch (InvalidPathException e) {
			// told below
		}
		throw new Refusal(reason, message);
	}
}
