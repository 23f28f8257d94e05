package dev.latchkey.tenant;

import java.util.List;

/** Answers device codes as a person at the page would, without the page. Safe for use by several threads. */
public interface DeviceCodes {

	/** @return user codes that were asked for and neither answered nor expired, oldest first */
	List<String> pending();

	/**
	 * Signs in.
	 *
	 * @param userCode
	 *            a pending code
	 * @param userPrincipalName
	 *            an account of the scenario, also of another tenant
	 * @throws IllegalArgumentException
	 *             if there is no such pending code or account
	 */
	void approve(String userCode, String userPrincipalName);

	/**
	 * Presses Cancel.
	 *
	 * @param userCode
	 *            a pending code
	 */
	void decline(String userCode);

	/**
	 * Lets the code expire now.
	 *
	 * @param userCode
	 *            a pending code
	 */
	void expire(String userCode);

	/**
	 * Signs in, and is refused by a policy when the client redeems the code.
	 *
	 * @param userCode
	 *            a pending code
	 * @param aadsts
	 *            AADSTS number, for example 53003
	 */
	void block(String userCode, int aadsts);
}
