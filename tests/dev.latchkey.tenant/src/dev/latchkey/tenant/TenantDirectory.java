package dev.latchkey.tenant;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks into a tenant's directory and changes it past Graph, as somebody else would at the same time. Changes are
 * seen by clients after the replication delay, like all others. Safe for use by several threads.
 */
public interface TenantDirectory {

	/**
	 * @return everything in the directory as canonical JSON: names sorted, objects by id, key bytes included; equal
	 *         directories give equal texts
	 */
	String state();

	/**
	 * @param applicationId
	 *            client id
	 * @return the certificates that are registered with the application, in order
	 */
	List<X509Certificate> certificates(String applicationId);

	/**
	 * @param applicationId
	 *            client id
	 * @param certificate
	 *            appended to the application's key credentials
	 * @param displayName
	 *            its name there
	 * @return its key id
	 */
	String addCertificate(String applicationId, X509Certificate certificate, String displayName);

	/**
	 * @param applicationId
	 *            client id
	 * @param keyId
	 *            removed from the key credentials if it is there
	 */
	void removeCertificate(String applicationId, String keyId);

	/**
	 * @param applicationId
	 *            client id
	 * @return what is granted, each as {@code resource display name/app role value}, sorted
	 */
	List<String> granted(String applicationId);

	/**
	 * @param applicationId
	 *            client id of an application with a service principal
	 * @param resource
	 *            display name of the resource, for example {@code Microsoft Graph}
	 * @param role
	 *            app role by its value
	 */
	void grant(String applicationId, String resource, String role);

	/**
	 * @param applicationId
	 *            client id
	 * @param resource
	 *            display name of the resource
	 * @param role
	 *            app role by its value
	 */
	void revoke(String applicationId, String resource, String role);

	/**
	 * @param name
	 *            sign-in name of an account, or client id of an application
	 * @return names of its directory roles, sorted
	 */
	List<String> directoryRoles(String name);

	/**
	 * @param name
	 *            sign-in name of an account, or client id of an application
	 * @param role
	 *            directory role by name
	 */
	void assignDirectoryRole(String name, String role);

	/**
	 * @param name
	 *            sign-in name of an account, or client id of an application
	 * @param role
	 *            directory role by name
	 */
	void removeDirectoryRole(String name, String role);

	/**
	 * @param applicationId
	 *            client id, also of a resource
	 */
	void removeServicePrincipal(String applicationId);

	/**
	 * @param limit
	 *            longest lifetime of a new certificate by the tenant's policy; absent for no limit
	 */
	void limitCertificateLifetime(Optional<Duration> limit);
}
