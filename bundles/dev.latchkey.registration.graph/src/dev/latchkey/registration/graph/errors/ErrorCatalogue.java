package dev.latchkey.registration.graph.errors;

import static dev.latchkey.registration.Reason.ACCOUNT_UNUSABLE;
import static dev.latchkey.registration.Reason.APPLICATION_BLOCKED;
import static dev.latchkey.registration.Reason.APPLICATION_DISABLED;
import static dev.latchkey.registration.Reason.APPLICATION_NOT_FOUND;
import static dev.latchkey.registration.Reason.APPLICATION_PUBLIC;
import static dev.latchkey.registration.Reason.ASSIGNMENT_REQUIRED;
import static dev.latchkey.registration.Reason.CERTIFICATE_AGAINST_POLICY;
import static dev.latchkey.registration.Reason.CERTIFICATE_EXPIRED;
import static dev.latchkey.registration.Reason.CERTIFICATE_NOT_REGISTERED;
import static dev.latchkey.registration.Reason.CERTIFICATE_REFUSED;
import static dev.latchkey.registration.Reason.CERTIFICATE_WEAK;
import static dev.latchkey.registration.Reason.CHANGED_BY_OTHERS;
import static dev.latchkey.registration.Reason.CLOCK_SKEW;
import static dev.latchkey.registration.Reason.CODE_REFUSED;
import static dev.latchkey.registration.Reason.CONSENT_REQUIRED;
import static dev.latchkey.registration.Reason.DEVICE_NOT_COMPLIANT;
import static dev.latchkey.registration.Reason.DIRECTORY_ROLE_MISSING;
import static dev.latchkey.registration.Reason.EWS_DISABLED;
import static dev.latchkey.registration.Reason.INTERNAL;
import static dev.latchkey.registration.Reason.MAILBOX_MISSING;
import static dev.latchkey.registration.Reason.MAILBOX_RESTRICTED;
import static dev.latchkey.registration.Reason.PERMISSIONS_MISSING;
import static dev.latchkey.registration.Reason.PERMISSION_UNKNOWN;
import static dev.latchkey.registration.Reason.REQUEST_REFUSED;
import static dev.latchkey.registration.Reason.RESOURCE_DISABLED;
import static dev.latchkey.registration.Reason.RESOURCE_MISSING;
import static dev.latchkey.registration.Reason.ROLE_REQUIRED;
import static dev.latchkey.registration.Reason.SECURITY_DEFAULTS;
import static dev.latchkey.registration.Reason.SERVICE_FAULT;
import static dev.latchkey.registration.Reason.SERVICE_PRINCIPAL_MISSING;
import static dev.latchkey.registration.Reason.SERVICE_REFUSED;
import static dev.latchkey.registration.Reason.SESSION_ENDED;
import static dev.latchkey.registration.Reason.SIGN_IN_BLOCKED;
import static dev.latchkey.registration.Reason.SIGN_IN_CLIENT_NOT_PUBLIC;
import static dev.latchkey.registration.Reason.SIGN_IN_CLIENT_REFUSED;
import static dev.latchkey.registration.Reason.SIGN_IN_DECLINED;
import static dev.latchkey.registration.Reason.SIGN_IN_ELSEWHERE;
import static dev.latchkey.registration.Reason.SIGN_IN_EXPIRED;
import static dev.latchkey.registration.Reason.SIGN_IN_INCOMPLETE;
import static dev.latchkey.registration.Reason.TENANT_NOT_FOUND;
import static dev.latchkey.registration.Reason.THROTTLED;
import static dev.latchkey.registration.Reason.WRONG_CLOUD;
import static dev.latchkey.registration.Reason.WRONG_TENANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Reason;

/**
 * What the codes of Microsoft's services mean to us. {@code docs/errors.md} is made from it. Sources: Microsoft's page
 * "Microsoft Entra authentication and authorization error codes", the error pages of Microsoft Graph and of Exchange Web
 * Services, and what administrators of other products report.
 */
public final class ErrorCatalogue {

	private static final Set<Side> ENTRA = EnumSet.of(Side.TENANT_SEARCH, Side.ADMINISTRATOR, Side.APPLICATION);
	private static final Set<Side> SIGN_INS = EnumSet.of(Side.ADMINISTRATOR, Side.APPLICATION);
	private static final Set<Side> ADMINISTRATOR = EnumSet.of(Side.ADMINISTRATOR);
	private static final Set<Side> APPLICATION = EnumSet.of(Side.APPLICATION);
	private static final Set<Side> GRAPH = EnumSet.of(Side.GRAPH);
	private static final Set<Side> MAILBOXES = EnumSet.of(Side.MAILBOXES);
	private static final Set<Side> WEB_SERVICES = EnumSet.of(Side.WEB_SERVICES);
	private static final Set<Side> ADMINISTRATION = EnumSet.of(Side.EXCHANGE_ADMINISTRATION);

	private static final List<KnownError> ALL = new ArrayList<>();
	private static final Map<Side, Map<String, KnownError>> BY_CODE = new HashMap<>();

	static {
		organization();
		administrator();
		application();
		graph();
		services();
		statuses();
	}

	private ErrorCatalogue() {
	}

	private static void organization() {
		aadsts(ENTRA, TENANT_NOT_FOUND, 90002, 900023, 90019, 50059, 50128, 50049);
		aadsts(ENTRA, WRONG_CLOUD, 90038, 900382, 900432, 900439, 90051);
		aadsts(ENTRA, SERVICE_FAULT, 50000, 90036, 90092, 50087, 50033, 90006, 90012, 90024, 90033, 90090);
		aadsts(ENTRA, THROTTLED, 50196, 90055);
		aadsts(SIGN_INS, INTERNAL, 70011, 28000, 28002, 70003, 700022, 501481, 900144, 1002012, 50194, 9001023, 90124, 90130);
	}

	private static void administrator() {
		pending("AADSTS70016", "authorization_pending", "slow_down"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		aadsts(ADMINISTRATOR, SIGN_IN_EXPIRED, 70019, 70020);
		aadsts(ADMINISTRATOR, SIGN_IN_DECLINED, 65004);
		aadsts(ADMINISTRATOR, CODE_REFUSED, 70018, 90119, 90120);
		aadsts(ADMINISTRATOR, SIGN_IN_ELSEWHERE, 50134);
		aadsts(ADMINISTRATOR, SIGN_IN_BLOCKED, 53003, 530032, 530033, 530036, 50131);
		aadsts(ADMINISTRATOR, SECURITY_DEFAULTS, 530035);
		aadsts(ADMINISTRATOR, DEVICE_NOT_COMPLIANT, 53000, 53001, 53002, 50005, 50097, 50129, 50155, 50187, 700003);
		aadsts(ADMINISTRATOR, SIGN_IN_INCOMPLETE, 50072, 50074, 50076, 50078, 50079, 50158, 53004, 53010);
		aadsts(ADMINISTRATOR, ACCOUNT_UNUSABLE, 53011, 530034, 50053, 50055, 50056, 50057, 50126, 50144);
		aadsts(ADMINISTRATOR, WRONG_TENANT, 50020, 50034, 51004, 50014, 90072, 16000, 500208, 500212, 500213, 500021);
		aadsts(ADMINISTRATOR, SESSION_ENDED, 50058, 50132, 50133, 50173, 70043, 700082, 70008, 50089, 70000, 54005);
		aadsts(ADMINISTRATOR, CONSENT_REQUIRED, 65001, 90008, 90094, 90095);
		aadsts(ADMINISTRATOR, SIGN_IN_CLIENT_REFUSED, 700016, 700011, 7000229, 7000112, 70001, 1000031, 65002, 65005, 65006,
				650051, 650052, 650054, 650056, 650057, 500011, 50001, 500014, 50011, 500113, 500117, 700054);
		aadsts(ADMINISTRATOR, SIGN_IN_CLIENT_NOT_PUBLIC, 7000218);
		aadsts(ADMINISTRATOR, ASSIGNMENT_REQUIRED, 50105);
		codes(ADMINISTRATOR, SIGN_IN_EXPIRED, "expired_token"); //$NON-NLS-1$
		codes(ADMINISTRATOR, CODE_REFUSED, "bad_verification_code"); //$NON-NLS-1$
		codes(ADMINISTRATOR, SIGN_IN_DECLINED, "authorization_declined", "access_denied"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(ADMINISTRATOR, SIGN_IN_INCOMPLETE, "interaction_required", "login_required"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(ADMINISTRATOR, CONSENT_REQUIRED, "consent_required"); //$NON-NLS-1$
		codes(SIGN_INS, SERVICE_FAULT, "server_error", "temporarily_unavailable"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void application() {
		aadsts(APPLICATION, APPLICATION_NOT_FOUND, 700016, 700011);
		aadsts(APPLICATION, SERVICE_PRINCIPAL_MISSING, 7000229);
		aadsts(APPLICATION, APPLICATION_DISABLED, 7000112, 70001, 1000031);
		aadsts(APPLICATION, APPLICATION_PUBLIC, 700025);
		aadsts(APPLICATION, APPLICATION_BLOCKED, 53003, 530032, 530033, 530035, 530036, 50131, 50105);
		aadsts(APPLICATION, CERTIFICATE_NOT_REGISTERED, 700027, 50003, 50146, 7000214);
		aadsts(APPLICATION, CERTIFICATE_EXPIRED, 1000502);
		aadsts(APPLICATION, CERTIFICATE_REFUSED, 50012, 50013, 50027, 50048, 700023, 700030);
		aadsts(APPLICATION, CERTIFICATE_WEAK, 50032);
		aadsts(APPLICATION, CLOCK_SKEW, 700024);
		aadsts(APPLICATION, INTERNAL, 7000215, 7000218, 7000222, 70002);
		aadsts(APPLICATION, PERMISSIONS_MISSING, 65001, 90008, 65005, 650056, 650057);
		aadsts(APPLICATION, PERMISSION_UNKNOWN, 65006, 650051);
		aadsts(APPLICATION, RESOURCE_MISSING, 500011, 50001, 650052, 650054);
		aadsts(APPLICATION, RESOURCE_DISABLED, 500014);
	}

	private static void graph() {
		codes(GRAPH, CERTIFICATE_AGAINST_POLICY, "CredentialInvalidLifetimeAsPerAppPolicy", //$NON-NLS-1$
				"CredentialTypeNotAllowedAsPerAppPolicy", "CredentialNotTrustedAsPerAppPolicy", "InvalidKeyEndDate"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		codes(GRAPH, CERTIFICATE_EXPIRED, "KeyCredentialsInvalidEndDate", "KeyCredentialsInvalidStartDate"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(GRAPH, ROLE_REQUIRED, "Authorization_RequestDenied", "accessDenied"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(GRAPH, SESSION_ENDED, "InvalidAuthenticationToken"); //$NON-NLS-1$
		codes(GRAPH, CHANGED_BY_OTHERS, "Directory_ConcurrencyViolation"); //$NON-NLS-1$
		codes(GRAPH, REQUEST_REFUSED, "Request_BadRequest", "Request_ResourceNotFound"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@code 2000008} is the number in {@code x-ms-diagnostics} of a token without the role, before a grant has spread. */
	private static void services() {
		codes(MAILBOXES, MAILBOX_MISSING, "MailboxNotEnabledForRESTAPI", "ErrorNonExistentMailbox", "ResourceNotFound", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"ErrorInvalidUser", "Request_ResourceNotFound"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(MAILBOXES, MAILBOX_RESTRICTED, "ErrorAccessDenied"); //$NON-NLS-1$
		codes(WEB_SERVICES, MAILBOX_MISSING, "ErrorNonExistentMailbox", "ErrorMissingEmailAddress", //$NON-NLS-1$ //$NON-NLS-2$
				"ErrorInvalidUserPrincipalName"); //$NON-NLS-1$
		codes(WEB_SERVICES, MAILBOX_RESTRICTED, "ErrorAccessDenied", "ErrorImpersonateUserDenied", //$NON-NLS-1$ //$NON-NLS-2$
				"ErrorImpersonationDenied"); //$NON-NLS-1$
		codes(WEB_SERVICES, SERVICE_REFUSED, "2000008"); //$NON-NLS-1$
		codes(WEB_SERVICES, SERVICE_FAULT, "ErrorServerBusy", "ErrorInternalServerTransientError", //$NON-NLS-1$ //$NON-NLS-2$
				"ErrorMailboxStoreUnavailable"); //$NON-NLS-1$
	}

	/** What an answer means that has no code of its own, or none that is known. */
	private static void statuses() {
		codes(GRAPH, REQUEST_REFUSED, "HTTP 400", "HTTP 404"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(GRAPH, SESSION_ENDED, "HTTP 401"); //$NON-NLS-1$
		codes(GRAPH, ROLE_REQUIRED, "HTTP 403"); //$NON-NLS-1$
		codes(GRAPH, CHANGED_BY_OTHERS, "HTTP 409"); //$NON-NLS-1$
		codes(EnumSet.of(Side.MAILBOXES, Side.SHAREPOINT), SERVICE_REFUSED, "HTTP 401", "HTTP 403"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(WEB_SERVICES, SERVICE_REFUSED, "HTTP 401"); //$NON-NLS-1$
		codes(WEB_SERVICES, EWS_DISABLED, "HTTP 403"); //$NON-NLS-1$
		codes(ADMINISTRATION, DIRECTORY_ROLE_MISSING, "HTTP 401", "HTTP 403"); //$NON-NLS-1$ //$NON-NLS-2$
		codes(EnumSet.allOf(Side.class), THROTTLED, "HTTP 429"); //$NON-NLS-1$
		codes(EnumSet.allOf(Side.class), SERVICE_FAULT, "HTTP 5xx"); //$NON-NLS-1$
	}

	private static void aadsts(Set<Side> sides, Reason reason, int... numbers) {
		codes(sides, reason, Arrays.stream(numbers).mapToObj(number -> "AADSTS" + number).toArray(String[]::new)); //$NON-NLS-1$
	}

	private static void codes(Set<Side> sides, Reason reason, String... codes) {
		for (String code : codes) {
			sides.forEach(side -> add(new KnownError(side, code, Optional.of(reason))));
		}
	}

	private static void pending(String... codes) {
		for (String code : codes) {
			add(new KnownError(Side.ADMINISTRATOR, code, Optional.empty()));
		}
	}

	private static void add(KnownError error) {
		if (BY_CODE.computeIfAbsent(error.side(), side -> new HashMap<>()).put(error.code(), error) != null) {
			throw new IllegalStateException(error.toString());
		}
		ALL.add(error);
	}

	/** All rows, in an order to be read. */
	public static List<KnownError> all() {
		return List.copyOf(ALL);
	}

	/** What that code means, when it is known. */
	public static Optional<Reason> reason(Side side, String code) {
		return Optional.ofNullable(BY_CODE.get(side).get(code)).flatMap(KnownError::reason);
	}

	/**
	 * What an answer means: the first of its codes that is known, otherwise its status.
	 *
	 * @param codes  may be empty
	 * @param status HTTP status, 0 without one
	 */
	public static Reason reason(Side side, List<String> codes, int status) {
		return codes.stream().flatMap(code -> reason(side, code).stream()).findFirst()
				.or(() -> reason(side, "HTTP " + status)) //$NON-NLS-1$
				.or(() -> status >= 500 ? reason(side, "HTTP 5xx") : Optional.empty()) //$NON-NLS-1$
				.orElse(Reason.UNKNOWN);
	}
}
