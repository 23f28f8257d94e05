package dev.latchkey.ui.internal.connect;

import java.util.List;

import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.ui.internal.forms.Failures;

/** Keeps what failed while connecting, with what Microsoft's support asks for. */
final class ConnectLog {

	private ConnectLog() {
	}

	static void write(ConnectProgress progress) {
		progress.failure().ifPresent(Failures::log);
		List<ItemResult> items = progress.result().map(RegistrationResult::items).orElse(List.of());
		items.forEach(item -> item.failure().ifPresent(Failures::log));
		List<Check> checks = progress.verification().map(Verification::checks).orElse(List.of());
		checks.forEach(check -> check.failure().ifPresent(Failures::log));
	}
}
