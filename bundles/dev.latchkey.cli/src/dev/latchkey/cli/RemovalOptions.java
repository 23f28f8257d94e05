package dev.latchkey.cli;

import dev.latchkey.registration.PlanItem;
import picocli.CommandLine.Option;

/** What is to be taken away beside what is added: nothing unasked. */
final class RemovalOptions {

	@Option(names = "--remove-expired")
	private boolean removeExpired;

	@Option(names = "--revoke-unused")
	private boolean revokeUnused;

	boolean areGiven() {
		return removeExpired || revokeUnused;
	}

	/** Whether an item that is offered is chosen. */
	boolean choose(PlanItem item) {
		return item instanceof PlanItem.RemoveCertificate && removeExpired
				|| item instanceof PlanItem.RevokePermission && revokeUnused;
	}
}
