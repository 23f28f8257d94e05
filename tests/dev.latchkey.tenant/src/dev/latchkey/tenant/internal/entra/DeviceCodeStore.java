package dev.latchkey.tenant.internal.entra;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.DeviceCodes;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;

/** All device codes of a run. */
public final class DeviceCodeStore implements DeviceCodes {

	private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	/** A client that counts whole seconds may be this much early. */
	private static final Duration TOLERANCE = Duration.ofMillis(500);

	private final World world;
	private final Clock clock;
	private final SecureRandom random = new SecureRandom();
	private final Map<String, DeviceCode> byDeviceCode = new LinkedHashMap<>();

	public DeviceCodeStore(World world, Clock clock) {
		this.world = world;
		this.clock = clock;
	}

	synchronized DeviceCode issue(String clientId, String scope, Optional<Tenant> tenant) {
		Instant expires = clock.instant().plusSeconds(world.settings().expiresIn());
		DeviceCode code = new DeviceCode("D" + text(60), text(9), clientId, scope, tenant, expires);
		byDeviceCode.put(code.deviceCode, code);
		return code;
	}

	/**
	 * @return the signed-in person's code, which is spent by this
	 * @throws EntraError
	 *             as long as nobody has signed in, and for every other reason
	 */
	synchronized DeviceCode redeem(String deviceCode, String clientId) {
		DeviceCode code = byDeviceCode.get(deviceCode);
		if (code == null || !code.clientId.equals(clientId) || code.state == DeviceCode.State.REDEEMED) {
			throw EntraError.of(70018);
		}
		Instant now = clock.instant();
		Instant earliest = code.lastPoll.equals(Instant.MIN) ? now
				: code.lastPoll.plusSeconds(world.settings().interval()).minus(TOLERANCE);
		code.lastPoll = now;
		if (code.state == DeviceCode.State.DECLINED) {
			throw EntraError.of(65004);
		}
		if (expired(code)) {
			throw EntraError.of(70019);
		}
		if (code.blockedBy != 0) {
			throw EntraError.of(code.blockedBy, clientId);
		}
		if (now.isBefore(earliest)) {
			throw EntraError.slowDown();
		}
		if (code.state == DeviceCode.State.PENDING) {
			throw EntraError.of(70016);
		}
		code.state = DeviceCode.State.REDEEMED;
		return code;
	}

	/** @return the pending code that a person entered */
	synchronized Optional<DeviceCode> find(String userCode) {
		String entered = userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		return byDeviceCode.values().stream().filter(c -> c.userCode.equals(entered) && waiting(c)).findFirst();
	}

	synchronized void approve(DeviceCode code, Account account) {
		code.account = account;
		code.state = DeviceCode.State.APPROVED;
	}

	@Override
	public synchronized List<String> pending() {
		return byDeviceCode.values().stream().filter(this::waiting).map(c -> c.userCode).toList();
	}

	@Override
	public synchronized void approve(String userCode, String userPrincipalName) {
		approve(pending(userCode), world.account(userPrincipalName)
				.orElseThrow(() -> new IllegalArgumentException("No account " + userPrincipalName)));
	}

	@Override
	public synchronized void decline(String userCode) {
		pending(userCode).state = DeviceCode.State.DECLINED;
	}

	@Override
	public synchronized void expire(String userCode) {
		pending(userCode).expires = clock.instant();
	}

	@Override
	public synchronized void block(String userCode, int aadsts) {
		pending(userCode).blockedBy = aadsts;
	}

	private DeviceCode pending(String userCode) {
		return find(userCode).orElseThrow(() -> new IllegalArgumentException("No pending code " + userCode));
	}

	private boolean waiting(DeviceCode code) {
		return code.state == DeviceCode.State.PENDING && code.blockedBy == 0 && !expired(code);
	}

	private boolean expired(DeviceCode code) {
		return !clock.instant().isBefore(code.expires);
	}

	private String text(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}
}
