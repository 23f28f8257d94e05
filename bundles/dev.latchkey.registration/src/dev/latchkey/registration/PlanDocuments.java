package dev.latchkey.registration;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/** Service that writes plans down for people and programs. Nothing of it holds a secret. Callable from any thread. */
@ProviderType
public interface PlanDocuments {

	/** The plan for people: localized plain text, line feeds, no line wider than 100 characters where words allow. */
	String text(RegistrationPlan plan);

	/** The plan for programs: JSON as described in {@code docs/command-line.md}. */
	String json(RegistrationPlan plan);

	/**
	 * Writes a packet for somebody who has the rights: the public certificate, the application id, what is still to be done,
	 * a page for a person, and ready commands (Microsoft Graph requests, Azure CLI, PowerShell).
	 *
	 * @param target a file whose name ends with {@code .zip}, or a folder that is empty or does not exist yet
	 * @throws RegistrationException {@link Reason#FILE_UNWRITABLE}; then nothing is left behind
	 */
	void handOver(HandOver content, Path target) throws RegistrationException;
}
