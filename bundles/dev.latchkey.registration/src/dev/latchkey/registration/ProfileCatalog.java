package dev.latchkey.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that knows the permission profiles: the {@link PermissionProfile} services, which come and go, and the files of
 * the setting {@value #PROFILE_FILES} (node {@link CloudCatalog#PREFERENCES}). Callable from any thread; reads small local
 * files. A profile that throws or is damaged is left out and told by {@link #problems()}; it does not disturb the others.
 */
@ProviderType
public interface ProfileCatalog {

	/** Preference: paths of profile files, separated by line feeds. Their format: {@code docs/permission-profiles.md}. */
	String PROFILE_FILES = "profileFiles"; //$NON-NLS-1$

	/** How the ids of Latchkey's own profiles begin, and no other's may. */
	String OWN = "dev.latchkey."; //$NON-NLS-1$

	/**
	 * All profiles, the one to begin with first: files in the order of the setting, then services by ranking. Latchkey's own
	 * are left out as soon as anybody else brings one. Of profiles with the same id only the first is there. Read anew at each
	 * call; empty only while Latchkey itself starts or stops.
	 */
	List<PermissionProfile> profiles();

	/** The profile with that id, also one of Latchkey's own that is left out of {@link #profiles()}. */
	Optional<PermissionProfile> find(String id);

	/**
	 * Reads a profile file.
	 *
	 * @throws RegistrationException {@link Reason#PROFILE_INVALID}, with line and column unless the file as a whole is meant
	 */
	PermissionProfile read(Path file) throws RegistrationException;

	/** One localized sentence with the next step for every profile that can't be used; empty when all is well. */
	List<String> problems();
}
