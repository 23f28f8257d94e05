package dev.latchkey.registration;

import java.net.URI;
import java.util.Objects;

/**
 * A request to Microsoft Graph as it would be sent, for people who want to see or send it themselves. Holds no secret.
 * What is not known before an earlier request was answered stands in it as {@code {name}}.
 *
 * @param method  HTTP method
 * @param address the whole address; braces of a placeholder are percent-encoded
 * @param body    JSON, indented; empty when there is none
 */
public record GraphRequest(String method, URI address, String body) {
	public GraphRequest {
		Objects.requireNonNull(method, "method"); //$NON-NLS-1$
		Objects.requireNonNull(address, "address"); //$NON-NLS-1$
		Objects.requireNonNull(body, "body"); //$NON-NLS-1$
	}
}
