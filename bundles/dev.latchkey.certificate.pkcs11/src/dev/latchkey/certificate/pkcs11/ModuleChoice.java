package dev.latchkey.certificate.pkcs11;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

/**
 * A module that somebody has chosen, or that this computer may have.
 *
 * @param path        its file, or a name that the operating system's loader finds
 * @param expected    whether it is missed when it is not there
 * @param providerId  made of the file's name alone, because installations differ in folders
 * @param label       for people
 * @param description for people
 */
record ModuleChoice(String path, boolean expected, String providerId, String label, String description) {

	private static final String ID = "pkcs11"; //$NON-NLS-1$
	private static final int DISTINCT_BYTES = 4;

	/** What Linux distributions use to bring together all modules that are installed there. */
	private static final String P11_KIT = "libp11-kit.so.0"; //$NON-NLS-1$

	/** @param lines paths, one a line */
	static List<ModuleChoice> read(String lines, String operatingSystem) {
		List<ModuleChoice> choices = new ArrayList<>();
		lines.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().forEach(path -> choices.add(chosen(path, choices)));
		if (choices.isEmpty() && operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux")) { //$NON-NLS-1$
			choices.add(new ModuleChoice(P11_KIT, false, ID, Messages.Tokens_name, Messages.Tokens_description));
		}
		return List.copyOf(choices);
	}

	private static ModuleChoice chosen(String path, List<ModuleChoice> before) {
		String name = path.replaceFirst(".*[/\\\\]", "").replaceFirst("(?<=.)\\..*", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String id = ID + '.' + name.replaceAll("[^A-Za-z0-9_-]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
		boolean taken = before.stream().anyMatch(each -> each.providerId.equals(id));
		return new ModuleChoice(path, true, taken ? id + '.' + distinct(path) : id,
				NLS.bind(Messages.Module_name, name), NLS.bind(Messages.Module_description, path));
	}

	private static String distinct(String path) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
			return HexFormat.of().formatHex(digest, 0, DISTINCT_BYTES);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e); //$NON-NLS-1$
		}
	}
}
