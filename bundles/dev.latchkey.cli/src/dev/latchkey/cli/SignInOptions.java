package dev.latchkey.cli;

import dev.latchkey.registration.SignInMethod;
import picocli.CommandLine.Option;

/** How an administrator signs in. */
final class SignInOptions {

	@Option(names = "--device-code")
	private boolean deviceCode;

	@Option(names = "--browser")
	private boolean browser;

	boolean areGiven() {
		return deviceCode || browser;
	}

	void check(ReportingCommand command) {
		if (deviceCode && browser) {
			throw command.usage(Messages.usageOneSignIn);
		}
	}

	SignInMethod method() {
		return browser ? SignInMethod.BROWSER : SignInMethod.DEVICE_CODE;
	}
}
