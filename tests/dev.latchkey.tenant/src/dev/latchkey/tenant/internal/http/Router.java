package dev.latchkey.tenant.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes of one server; the first that fits answers. */
public final class Router {

	private record Route(String method, Pattern path, Handler handler) {
	}

	private final List<Route> routes = new ArrayList<>();
	private final Function<Request, Answer> unknown;

	/**
	 * @param unknown
	 *            answers what no route fits
	 */
	public Router(Function<Request, Answer> unknown) {
		this.unknown = unknown;
	}

	/**
	 * @param method
	 *            HTTP method
	 * @param path
	 *            regular expression that the whole decoded path fits
	 * @param handler
	 *            answers
	 * @return this
	 */
	public Router on(String method, String path, Handler handler) {
		routes.add(new Route(method, Pattern.compile(path), handler));
		return this;
	}

	/**
	 * @param request
	 *            a request
	 * @return the answer, also when it is refused
	 */
	public Answer route(Request request) {
		String method = request.method().equals("HEAD") ? "GET" : request.method();
		for (Route route : routes) {
			Matcher matcher = route.path().matcher(request.path());
			if (route.method().equals(method) && matcher.matches()) {
				return answer(route.handler(), request, matcher);
			}
		}
		return unknown.apply(request);
	}

	private static Answer answer(Handler handler, Request request, Matcher path) {
		try {
			return handler.answer(request, path.toMatchResult());
		} catch (Refusal refusal) {
			return refusal.answer(request);
		}
	}
}
