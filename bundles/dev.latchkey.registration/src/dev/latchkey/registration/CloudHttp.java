package dev.latchkey.registration;

import java.net.http.HttpClient;

import org.osgi.annotation.versioning.ProviderType;

/** Service that makes HTTP clients for whoever calls services of a cloud with a token. Callable from any thread. */
@ProviderType
public interface CloudHttp {

	/**
	 * Begins a client of the JDK that reaches the cloud as Latchkey itself does: through the platform's HTTP proxies, except those
	 * that want a password, and trusting what Java, the operating system, the preferences and the cloud trust at this moment.
	 * Neither proxies with a password nor SOCKS proxies are a way for the JDK's client. It follows no redirections, so that no
	 * token goes astray. Reads files of certificates: not for a user interface thread.
	 */
	HttpClient.Builder client(Cloud cloud);
}
