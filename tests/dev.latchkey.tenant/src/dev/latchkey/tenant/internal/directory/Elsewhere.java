package dev.latchkey.tenant.internal.directory;

/**
 * A tenant that lives in another cloud.
 *
 * @param domain
 *            its domain
 * @param id
 *            its id
 * @param redirect
 *            whether discovery refuses and names the cloud, instead of answering with that cloud's region
 * @param region
 *            {@code tenant_region_scope}
 * @param subRegion
 *            {@code tenant_region_sub_scope}, empty for none
 * @param cloud
 *            {@code cloud_instance_name}
 */
public record Elsewhere(String domain, String id, boolean redirect, String region, String subRegion, String cloud) {

	/** @return whether that id or domain means this tenant */
	public boolean is(String idOrDomain) {
		return id.equalsIgnoreCase(idOrDomain) || domain.equalsIgnoreCase(idOrDomain);
	}
}
