package dev.latchkey.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that knows the permission profiles: the {@link PermissionProfile} services and the files of the setting
 * {@value #PROFILE_FILES} (node {@link CloudCatalog#PREFERENCES}). Callable from any thread; reads small local files.
 */
@ProviderType
public interface ProfileCatalog {

	/** Preference: paths of profile files, separated by line feeds. Their format: {@code docs/permission-profiles.md}. */
	String PROFILE_FILES = "profileFiles"; //$NON-NLS-1$

	/**
	 * All profiles, the one to begin with first: files, then services by ranking. Latchkey's own are left out as soon as
	 * anybody else brings one. Read anew at each call; never empty.
	 */
	List<PermissionProfile> profiles();

	/** The profile with that id, also one of Latchkey's own that is left out of {@link #profiles()}. */
	Optional<PermissionProfile> find(String id);

	/**
	 * Reads a profile file.
	 *
	 * @throws RegistrationException {@link Reason#PROFILE_INVALID}, with the line
	 */
	PermissionProfile read(Path file) throws RegistrationException;

	/** One localized sentence for every profile file that can't be used, with the line and the next step. */
	List<String> problems();
}
