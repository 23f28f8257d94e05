package dev.latchkey.registration.graph.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;

/** One profile file. */
final class ProfileFile {

	/** A profile of everything that Microsoft Graph has to give would be smaller. */
	private static final int MAX_BYTES = 256 * 1024;

	private static final String BYTE_ORDER_MARK = "\uFEFF"; //$NON-NLS-1$

	private final Path path;

	ProfileFile(Path path) {
		this.path = path;
	}

	PermissionProfile read(ProfileFormat format) throws RegistrationException {
		try {
			return format.read(content());
		} catch (MalformedException e) {
			throw invalid(e.getMessage(), Integer.toString(e.position().line()), Integer.toString(e.position().column()));
		}
	}

	private String content() throws RegistrationException {
		try (InputStream in = Files.newInputStream(path)) {
			byte[] bytes = in.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw invalid(NLS.bind(Messages.tooLarge, MAX_BYTES / 1024));
			}
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		} catch (CharacterCodingException e) {
			throw invalid(Messages.notUtf8);
		} catch (IOException e) {
			throw invalid(Messages.unreadable);
		}
	}

	/** @param where line and column, or nothing when the file as a whole is meant */
	private RegistrationException invalid(String what, String... where) {
		String file = path.toString();
		return new RegistrationException(where.length == 0 ? Failure.of(Reason.PROFILE_INVALID, file, what)
				: Failure.of(Reason.PROFILE_INVALID, file, what, where[0], where[1]));
	}
}
