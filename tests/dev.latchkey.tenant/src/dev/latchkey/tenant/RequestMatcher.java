package dev.latchkey.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which requests a fault meets. Absent parts match everything. Immutable: each method answers a changed copy.
 *
 * @param origin
 *            the server
 * @param method
 *            regular expression that the whole HTTP method fits
 * @param path
 *            found anywhere in path and query
 * @param body
 *            found anywhere in the request's body
 */
public record RequestMatcher(Optional<Origin> origin, Optional<String> method, Optional<Pattern> path,
		Optional<Pattern> body) {

	/** @return matches every request */
	public static RequestMatcher any() {
		return new RequestMatcher(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	/**
	 * @param server
	 *            a server
	 * @return matches every request to it
	 */
	public static RequestMatcher at(Origin server) {
		return new RequestMatcher(Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty());
	}

	/**
	 * @param value
	 *            regular expression that the whole HTTP method fits
	 * @return changed copy
	 */
	public RequestMatcher withMethod(String value) {
		return new RequestMatcher(origin, Optional.of(value), path, body);
	}

	/**
	 * @param regex
	 *            searched in path and query as sent
	 * @return changed copy
	 */
	public RequestMatcher withPath(String regex) {
		return new RequestMatcher(origin, method, Optional.of(Pattern.compile(regex)), body);
	}

	/**
	 * @param regex
	 *            searched in the body as sent
	 * @return changed copy
	 */
	public RequestMatcher withBody(String regex) {
		return new RequestMatcher(origin, method, path, Optional.of(Pattern.compile(regex)));
	}

	/**
	 * @param server
	 *            the server that was meant
	 * @param verb
	 *            regular expression that the whole HTTP method fits
	 * @param target
	 *            path and query
	 * @param text
	 *            body
	 * @return whether this matcher means that request
	 */
	public boolean matches(Origin server, String verb, String target, String text) {
		return origin.map(server::equals).orElse(true) && method.map(verb::matches).orElse(true)
				&& path.map(p -> p.matcher(target).find()).orElse(true)
				&& body.map(p -> p.matcher(text).find()).orElse(true);
	}
}
