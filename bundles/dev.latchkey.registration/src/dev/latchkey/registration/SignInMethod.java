package dev.latchkey.registration;

/** How an administrator signs in. */
public enum SignInMethod {

	/** With a code that is entered on any device (RFC 8628). */
	DEVICE_CODE,
	/** In this computer's browser (authorization code with PKCE, answered on loopback: RFC 7636, RFC 8252). */
	BROWSER
}
