package dev.latchkey.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that knows the clouds: Microsoft's own and those of the setting {@value #CLOUD_FILES}. Callable from any thread;
 * reads small local files.
 */
@ProviderType
public interface CloudCatalog {

	/** Preference node of Latchkey's settings for registration (instance scope, with the platform's default scope). */
	String PREFERENCES = "dev.latchkey.registration"; //$NON-NLS-1$

	/**
	 * Preference: paths of cloud files, separated by line feeds. A cloud file is a JSON object with the members
	 * {@code id, name, authority, graph, exchange, sharepoint} and optionally {@code deviceLogin, portal, teams} (true when
	 * missing) and {@code ca}: a PEM text, or the path of a PEM file, absolute or relative to the cloud file.
	 */
	String CLOUD_FILES = "cloudFiles"; //$NON-NLS-1$

	/** Preference: paths of PEM files with certificate authorities to trust beside the platform's, separated by line feeds. */
	String TRUSTED_FILES = "trustedFiles"; //$NON-NLS-1$

	/** Preference: application id of the public client that administrators sign in with. */
	String SIGN_IN_CLIENT = "signInClient"; //$NON-NLS-1$

	/** Preference: seconds to wait for an answer; 30 when missing. */
	String ANSWER_SECONDS = "answerSeconds"; //$NON-NLS-1$

	/** Preference: seconds to wait in all until a change has spread in the tenant; 300 when missing. */
	String PROPAGATION_SECONDS = "propagationSeconds"; //$NON-NLS-1$

	/** All clouds, Microsoft's first. Read anew at each call. */
	List<Cloud> clouds();

	/** The cloud with that id, when there is one now. */
	default Optional<Cloud> find(String id) {
		return clouds().stream().filter(cloud -> cloud.id().equals(id)).findFirst();
	}

	/**
	 * Reads a cloud file.
	 *
	 * @throws RegistrationException {@link Reason#CLOUD_INVALID}
	 */
	Cloud read(Path file) throws RegistrationException;

	/**
	 * One localized sentence for every cloud file and every file of trusted authorities that can't be used, with the next step;
	 * empty when all is well.
	 */
	List<String> problems();
}
