package dev.latchkey.tenant.internal.entra;

import java.time.Instant;
import java.util.Optional;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.directory.Tenant;

/** One device code and what became of it. Guarded by its store. */
final class DeviceCode {

	enum State {
		PENDING, APPROVED, DECLINED, REDEEMED
	}

	final String deviceCode;
	final String userCode;
	final String clientId;
	final String scope;
	final Optional<Tenant> tenant;
	Instant expires;
	Instant lastPoll = Instant.MIN;
	State state = State.PENDING;
	Account account;
	int blockedBy;

	DeviceCode(String deviceCode, String userCode, String clientId, String scope, Optional<Tenant> tenant,
			Instant expires) {
		this.deviceCode = deviceCode;
		this.userCode = userCode;
		this.clientId = clientId;
		this.scope = scope;
		this.tenant = tenant;
		this.expires = expires;
	}
}
