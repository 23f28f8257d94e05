package dev.latchkey.tenant.internal.http;

import java.util.regex.MatchResult;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

	/**
	 * @param request
	 *            the request
	 * @param path
	 *            groups of the route's pattern
	 * @return the answer
	 * @throws Refusal
	 *             if the request is refused
	 */
	Answer answer(Request request, MatchResult path);
}
