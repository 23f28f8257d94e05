package dev.latchkey.registration.graph.entra;

import static dev.latchkey.registration.Reason.ACCOUNT_UNUSABLE;
import static dev.latchkey.registration.Reason.APPLICATION_DISABLED;
import static dev.latchkey.registration.Reason.APPLICATION_NOT_FOUND;
import static dev.latchkey.registration.Reason.CERTIFICATE_EXPIRED;
import static dev.latchkey.registration.Reason.CERTIFICATE_NOT_REGISTERED;
import static dev.latchkey.registration.Reason.CERTIFICATE_REFUSED;
import static dev.latchkey.registration.Reason.CLOCK_SKEW;
import static dev.latchkey.registration.Reason.CONSENT_REQUIRED;
import static dev.latchkey.registration.Reason.DEVICE_NOT_COMPLIANT;
import static dev.latchkey.registration.Reason.PERMISSIONS_MISSING;
import static dev.latchkey.registration.Reason.RESOURCE_MISSING;
import static dev.latchkey.registration.Reason.SERVICE_FAULT;
import static dev.latchkey.registration.Reason.SERVICE_PRINCIPAL_MISSING;
import static dev.latchkey.registration.Reason.SESSION_ENDED;
import static dev.latchkey.registration.Reason.SIGN_IN_BLOCKED;
import static dev.latchkey.registration.Reason.SIGN_IN_CLIENT_REFUSED;
import static dev.latchkey.registration.Reason.SIGN_IN_EXPIRED;
import static dev.latchkey.registration.Reason.SIGN_IN_INCOMPLETE;
import static dev.latchkey.registration.Reason.TENANT_NOT_FOUND;
import static dev.latchkey.registration.Reason.WRONG_CLOUD;
import static dev.latchkey.registration.Reason.WRONG_TENANT;

import java.util.HashMap;
import java.util.Map;

import dev.latchkey.registration.Reason;

/**
 * What Microsoft's numbers mean here. Source: Microsoft's page "Microsoft Entra authentication and authorization error
 * codes", and what administrators of other products report. The same number can mean different things for the
 * administrator's sign-in and for the application's.
 */
final class EntraCodes {

	private static final Map<Integer, Reason> COMMON = new HashMap<>();
	private static final Map<Integer, Reason> ADMINISTRATOR = new HashMap<>();
	private static final Map<Integer, Reason> APPLICATION = new HashMap<>();

	static {
		put(COMMON, TENANT_NOT_FOUND, 90002, 900023, 90019, 50059, 50128, 50049);
		put(COMMON, WRONG_CLOUD, 90038, 900382, 900432, 900439, 90051);
		put(COMMON, SERVICE_FAULT, 50000, 90036, 90092, 50196, 90055, 50087, 50033, 90006, 90012, 90024, 90033, 90090);
		put(COMMON, SIGN_IN_BLOCKED, 53003, 530032, 530033, 530035, 530036, 50131);

		put(ADMINISTRATOR, SIGN_IN_EXPIRED, 70019, 70020);
		put(ADMINISTRATOR, Reason.SIGN_IN_DECLINED, 65004, 70018, 90119, 90120);
		put(ADMINISTRATOR, SIGN_IN_CLIENT_REFUSED, 700016, 700011, 7000112, 7000218, 700025, 65002, 50105, 1000031, 50011, 500113,
				500117);
		put(ADMINISTRATOR, CONSENT_REQUIRED, 65001, 90008, 90094, 90095);
		put(ADMINISTRATOR, DEVICE_NOT_COMPLIANT, 53000, 53001, 53002, 50005, 50097, 50129, 50155, 50187);
		put(ADMINISTRATOR, SIGN_IN_INCOMPLETE, 50072, 50074, 50076, 50078, 50079, 50158, 53004, 53010, 50134);
		put(ADMINISTRATOR, ACCOUNT_UNUSABLE, 53011, 530034, 50053, 50055, 50056, 50057, 50126, 50144);
		put(ADMINISTRATOR, WRONG_TENANT, 50020, 50034, 51004, 50014, 90072, 16000, 500208, 500212, 500213, 500021);
		put(ADMINISTRATOR, SESSION_ENDED, 50058, 50132, 50133, 50173, 70043, 700082, 70008, 50089, 70000, 54005);

		put(APPLICATION, APPLICATION_NOT_FOUND, 700016, 700011);
		put(APPLICATION, SERVICE_PRINCIPAL_MISSING, 7000229);
		put(APPLICATION, APPLICATION_DISABLED, 7000112, 70001, 1000031);
		put(APPLICATION, CERTIFICATE_NOT_REGISTERED, 700027, 50003, 50146, 700030, 7000214);
		put(APPLICATION, CERTIFICATE_EXPIRED, 1000502);
		put(APPLICATION, CERTIFICATE_REFUSED, 50012, 50013, 50027, 50048, 50032, 700025);
		put(APPLICATION, CLOCK_SKEW, 700024);
		put(APPLICATION, PERMISSIONS_MISSING, 65001, 90008, 65005, 650056, 650057);
		put(APPLICATION, RESOURCE_MISSING, 500011, 50001, 500014, 650052, 650054);
	}

	private EntraCodes() {
	}

	private static void put(Map<Integer, Reason> map, Reason reason, int... codes) {
		for (int code : codes) {
			map.put(code, reason);
		}
	}

	static Reason administrator(EntraError error) {
		return switch (error.error()) {
		case "expired_token", "bad_verification_code" -> SIGN_IN_EXPIRED; //$NON-NLS-1$ //$NON-NLS-2$
		case "authorization_declined" -> Reason.SIGN_IN_DECLINED; //$NON-NLS-1$
		default -> known(reason(error, ADMINISTRATOR), error);
		};
	}

	/** What comes back through a browser may have no number; and with one, {@code access_denied} may mean anything. */
	private static Reason known(Reason reason, EntraError error) {
		if (reason != Reason.UNKNOWN) {
			return reason;
		}
		return switch (error.error()) {
		case "access_denied" -> Reason.SIGN_IN_DECLINED; //$NON-NLS-1$
		case "interaction_required", "login_required" -> SIGN_IN_INCOMPLETE; //$NON-NLS-1$ //$NON-NLS-2$
		case "consent_required" -> CONSENT_REQUIRED; //$NON-NLS-1$
		case "server_error", "temporarily_unavailable" -> SERVICE_FAULT; //$NON-NLS-1$ //$NON-NLS-2$
		default -> reason;
		};
	}

	static Reason application(EntraError error) {
		return reason(error, APPLICATION);
	}

	static Reason anybody(EntraError error) {
		return reason(error, Map.of());
	}

	private static Reason reason(EntraError error, Map<Integer, Reason> own) {
		for (int code : error.codes()) {
			Reason reason = own.getOrDefault(code, COMMON.get(code));
			if (reason != null) {
				return reason;
			}
		}
		if (error.status() == 429) {
			return Reason.THROTTLED;
		}
		return error.status() >= 500 ? SERVICE_FAULT : Reason.UNKNOWN;
	}
}
