package dev.latchkey.registration.graph.entra;

import java.util.List;
import java.util.stream.Stream;

import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.errors.ErrorCatalogue;
import dev.latchkey.registration.graph.errors.Side;

/** What an answer of the login endpoints means: its numbers first, then the OAuth error, then the status. */
final class EntraCodes {

	private EntraCodes() {
	}

	static Reason administrator(EntraError error) {
		return reason(Side.ADMINISTRATOR, error);
	}

	static Reason application(EntraError error) {
		return reason(Side.APPLICATION, error);
	}

	static Reason anybody(EntraError error) {
		return reason(Side.TENANT_SEARCH, error);
	}

	private static Reason reason(Side side, EntraError error) {
		List<String> codes = Stream.concat(error.codes().stream().map(number -> "AADSTS" + number), //$NON-NLS-1$
				Stream.of(error.error())).toList();
		return ErrorCatalogue.reason(side, codes, error.status());
	}
}
