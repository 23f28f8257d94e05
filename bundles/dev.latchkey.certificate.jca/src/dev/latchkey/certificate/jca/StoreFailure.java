package dev.latchkey.certificate.jca;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Tells why a store can't be opened, by numbers: the JDK puts the number of Windows in front of the text of Windows, which is in
 * the user's language ("error %lu, %s" in its security.cpp). macOS has no number for it: the JDK drops what the keychain said.
 */
final class StoreFailure {

	private static final Pattern WINDOWS = Pattern.compile("(?:^|: )error (\\d{1,10}), "); //$NON-NLS-1$

	/** ERROR_ACCESS_DENIED, E_ACCESSDENIED and NTE_PERM of winerror.h. */
	private static final Set<Long> ACCESS_DENIED = Set.of(5L, 0x8007_0005L, 0x8009_0010L);

	private StoreFailure() {
	}

	static CertificateAccessException opening(StoreType type, Exception failure) {
		return new CertificateAccessException(isDenied(failure) ? Reason.STORE_ACCESS_DENIED : Reason.STORE_UNAVAILABLE,
				failure, type.label());
	}

	private static boolean isDenied(Throwable failure) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			Matcher code = WINDOWS.matcher(String.valueOf(each.getMessage()));
			if (code.find() && ACCESS_DENIED.contains(Long.parseLong(code.group(1)))) {
				return true;
			}
		}
		return false;
	}
}
