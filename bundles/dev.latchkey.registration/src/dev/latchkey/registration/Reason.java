package dev.latchkey.registration;

/**
 * Why something could not be done. Decide by this, never by a message. Each has a localized sentence with the next step,
 * whose arguments are noted here; where an argument is missing, an empty text takes its place.
 */
public enum Reason {

	// The way to Microsoft

	/** {0} host. Nothing answers there. */
	NETWORK_UNREACHABLE,
	/** {0} host. It did not answer in time. */
	TIMED_OUT,
	/** {0} host. Its TLS certificate is not trusted. */
	TLS_UNTRUSTED,
	/** {0} host. The proxy refused. */
	PROXY_REFUSED,
	/** {0} host. Something between here and Microsoft answered with a web page. */
	NOT_JSON,
	/** {0} seconds to wait when known. Microsoft limits the number of requests and did so longer than we wait. */
	THROTTLED,
	/** A fault on Microsoft's side. */
	SERVICE_FAULT,

	/** {0} code. Microsoft did not take a request; what it rests on may not have spread yet. */
	REQUEST_REFUSED,
	/** {0} code. Latchkey asked for something that it should not have asked for. */
	INTERNAL,

	// The organization

	/** {0} domain, {1} cloud that was asked; without it all of them were. */
	TENANT_NOT_FOUND,
	/** {0} domain, {1} cloud that was asked, {2} name of the cloud where it is when known. */
	WRONG_CLOUD,

	// The administrator's sign-in

	/** Nobody can be asked to sign in here. */
	NO_PROMPT,
	SIGN_IN_EXPIRED, SIGN_IN_DECLINED,
	/** The device code was wrong, or used already. */
	CODE_REFUSED,
	/** The device code was entered too far away from here. */
	SIGN_IN_ELSEWHERE,
	/** Microsoft's security defaults block the sign-in. */
	SECURITY_DEFAULTS,
	/** {0} {@code BROWSER} when that was the way, otherwise absent. Conditional Access blocks this way of signing in. */
	SIGN_IN_BLOCKED,
	/** {0} as for {@link #SIGN_IN_BLOCKED}. Conditional Access asks for a managed or compliant device. */
	DEVICE_NOT_COMPLIANT,
	/** More proof is needed, for example a second factor. */
	SIGN_IN_INCOMPLETE,
	/** The account is locked, disabled, at risk or its password has expired. */
	ACCOUNT_UNUSABLE,
	/** {0} signed-in user, {1} its tenant, {2} the tenant that was asked for; or {0} the tenant that was asked for alone. */
	WRONG_TENANT,
	/** {0} signed-in user, {1} user who was expected. The session is another's. */
	WRONG_ACCOUNT,
	/** The session has ended; sign in again. */
	SESSION_ENDED,
	/** The sign-in client needs an administrator's consent. */
	CONSENT_REQUIRED,
	/** {0} client id. The tenant refuses the sign-in client. */
	SIGN_IN_CLIENT_REFUSED,
	/** {0} client id. The sign-in client is not set up for signing people in. */
	SIGN_IN_CLIENT_NOT_PUBLIC,
	/** {0} client id. Only those who are assigned to the sign-in client may use it. */
	ASSIGNMENT_REQUIRED,

	// The application

	/** {0} application id, {1} domain. */
	APPLICATION_NOT_FOUND,
	/** {0} application id or name. */
	APPLICATION_DISABLED,
	/** {0} application id. It is set up for signing people in only, and so can't use a certificate. */
	APPLICATION_PUBLIC,
	/** {0} application id. Conditional Access keeps the application itself out. */
	APPLICATION_BLOCKED,
	/** {0} application id or name, {1} domain. */
	SERVICE_PRINCIPAL_MISSING,
	/** {0} application name when known. Somebody else changed it at the same time. */
	CHANGED_BY_OTHERS,

	// The certificate

	/** {0} thumbprint. Not, or not yet, registered with the application. */
	CERTIFICATE_NOT_REGISTERED,
	/** {0} thumbprint. */
	CERTIFICATE_EXPIRED,
	/** {0} thumbprint. The private key is not that of the registered certificate. */
	CERTIFICATE_KEY_MISMATCH,
	/** {0} thumbprint. The key is too short. */
	CERTIFICATE_WEAK,
	/** {0} thumbprint. Refused for another reason. */
	CERTIFICATE_REFUSED,
	/** {0} days that are allowed at most, when known. The tenant's policy allows only shorter lifetimes or other issuers. */
	CERTIFICATE_AGAINST_POLICY,
	/** The private key could not sign here. */
	KEY_UNUSABLE,
	/** {0} application id. It can't change its own certificates here; an administrator has to. */
	ROLLOVER_IMPOSSIBLE,
	/** {0} minutes when measured. This computer's clock is wrong. */
	CLOCK_SKEW,

	// Permissions and services

	/** {0} role that can do it, when known. The signed-in administrator may not. */
	ROLE_REQUIRED,
	/** {0} permission, {1} resource, both when known. The resource does not offer it in this tenant. */
	PERMISSION_UNKNOWN,
	/** {0} resource. The tenant does not have it. */
	RESOURCE_MISSING,
	/** {0} resource. It is switched off in the tenant. */
	RESOURCE_DISABLED,
	/** {0} list of permissions that the certificate's token lacks, when known. */
	PERMISSIONS_MISSING,
	/** {0} user. No mailbox to check Exchange with. */
	MAILBOX_MISSING,
	/** {0} user, {1} application. A policy of the organization keeps the application out of that mailbox. */
	MAILBOX_RESTRICTED,
	/** {0} application name. Exchange Web Services are switched off for it in this organization. */
	EWS_DISABLED,
	/** {0} directory role, {1} application. The application itself lacks it. */
	DIRECTORY_ROLE_MISSING,
	/** {0} product. No subscription of the organization has it. */
	SERVICE_PLAN_MISSING,
	/** {0} product. Whether a subscription has it can't be seen with what the profile asks for; no fault. */
	SUBSCRIPTIONS_UNREADABLE,
	/** {0} service. It refused the call. */
	SERVICE_REFUSED,

	// Taking back

	/** {0} what was to be taken back. Others use it by now. */
	STILL_USED,
	/** {0} what was to be taken back. It may be somebody else's. */
	NOT_PROVABLY_OURS,
	/** {0} what was taken back. It is still seen, or nobody has looked. */
	NOT_SEEN_GONE,
	/** {0} what was removed. It can't be put back. */
	NOT_RESTORABLE,
	/** {0} what was revoked because nothing asks for it. It is not granted again by undoing. */
	REVOKED_ON_PURPOSE,

	// This computer

	/** {0} file, {1} what is wrong; where that is known, {2} line and {3} column. */
	PROFILE_INVALID,
	/** {0} file, {1} what is wrong with it. */
	CLOUD_INVALID,
	/** {0} id of a connection's cloud, which is not known here. */
	CLOUD_MISSING,
	/** {0} id of a connection's permission profile, which is not known here. */
	PROFILE_MISSING,
	/** {0} SHA-256 thumbprint of a connection's certificate, which no provider here has. */
	CERTIFICATE_MISSING,
	/** {0} folder or file. What is about to be changed can't be written down, so nothing is changed. */
	JOURNAL_UNUSABLE,
	/** Another window or console is at the run that was to be gone on with or taken back. */
	RUN_IN_USE,
	/** {0} folder or file. */
	FILE_UNWRITABLE,
	/** No browser can be opened here, or none can answer. */
	BROWSER_UNAVAILABLE,

	/** {0} code. Something that nothing here knows. */
	UNKNOWN
}
