package dev.latchkey.tenant.internal.http;

/** A request is refused in the manner of the service that was asked. */
public abstract class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	protected Refusal(String message) {
		super(message, null, false, false);
	}

	/**
	 * @param request
	 *            the request that is refused
	 * @return the error in the service's own form
	 */
	public abstract Answer answer(Request request);
}
