package dev.latchkey.tenant.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.internal.record.HarFile;

/**
 * The files that clients are given.
 *
 * @param folder
 *            where they are
 * @param temporary
 *            whether the folder is ours
 * @param ca
 *            the CA
 * @param cloud
 *            the cloud's addresses
 */
record TenantFiles(Path folder, boolean temporary, Path ca, Path cloud) {

	static TenantFiles write(Optional<Path> wanted, String pem, Endpoints endpoints) throws IOException {
		Path folder = wanted.isPresent() ? Files.createDirectories(wanted.get())
				: Files.createTempDirectory("latchkey-tenant");
		Path ca = folder.resolve("ca.pem").toAbsolutePath();
		Path cloud = folder.resolve("cloud.json").toAbsolutePath();
		HarFile.atomically(ca, pem);
		HarFile.atomically(cloud,
				Json.pretty(Json.object("id", "simulated", "name", "Simulated tenant", "authority",
						endpoints.authority(), "graph", endpoints.graph(), "exchange", endpoints.exchange(),
						"sharepoint", endpoints.sharepoint(), "deviceLogin", endpoints.devicePage(), "portal",
						endpoints.portal(), "teams", true, "ca", ca)));
		return new TenantFiles(folder, wanted.isEmpty(), ca, cloud);
	}

	/** Removes the folder if it is ours. */
	void remove() throws IOException {
		if (temporary) {
			Files.deleteIfExists(ca);
			Files.deleteIfExists(cloud);
			Files.deleteIfExists(folder);
		}
	}
}
