package dev.latchkey.tenant;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import dev.latchkey.tenant.internal.RunningTenant;

/**
 * A running simulated cloud: four HTTPS servers on loopback, the tenants of a scenario, and everything that a test
 * wants to see and change while it runs.
 *
 * <pre>
 * try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
 * 	tenant.endpoints().authority(); // https://localhost:…
 * 	tenant.clientContext(); // trusts its CA
 * 	String before = tenant.directory().state();
 * 	tenant.deviceCodes().approve(userCode, "admin@contoso.example");
 * 	tenant.faults().add("throttled"); // the next Graph request gets 429
 * }
 * </pre>
 *
 * All methods may be called from any thread until the tenant is closed.
 */
public interface SimulatedTenant extends AutoCloseable {

	/**
	 * Starts and serves.
	 *
	 * @param options
	 *            how
	 * @return the running tenant, to be closed by the caller
	 * @throws IOException
	 *             if a port is taken, or the scenario is none
	 */
	static SimulatedTenant start(TenantOptions options) throws IOException {
		return RunningTenant.start(options);
	}

	/** @return where it answers */
	Endpoints endpoints();

	/** @return what the scenario holds */
	Scenario scenario();

	/** @return certificate of the CA that clients have to trust */
	X509Certificate ca();

	/** @return the same as a PEM file */
	Path caFile();

	/** @return file that Latchkey's custom cloud setting takes */
	Path cloudFile();

	/** @return TLS context of a client that trusts this CA and nothing else */
	SSLContext clientContext();

	/** @return the device codes, to be answered without the page */
	DeviceCodes deviceCodes();

	/** @return what happens to people who sign in with a browser */
	BrowserSignIns browserSignIns();

	/** @return the faults in force */
	Faults faults();

	/** @return directory of the home tenant */
	TenantDirectory directory();

	/**
	 * @param idOrDomain
	 *            id or domain of any tenant of this cloud
	 * @return its directory
	 * @throws IllegalArgumentException
	 *             if there is none
	 */
	TenantDirectory directory(String idOrDomain);

	/** @return everything that was said since the start or the last {@link #forgetExchanges()}, oldest first */
	List<RecordedExchange> exchanges();

	/** Starts the record afresh, also that of the HAR file. */
	void forgetExchanges();

	/**
	 * @param value
	 *            time that every answer takes at least, from now on
	 */
	void latency(Duration value);

	/**
	 * Limits what Microsoft Graph serves, from now on; what is beyond is answered with 429 and how long to wait.
	 *
	 * @param most
	 *            so many requests
	 * @param span
	 *            in each such time
	 */
	void graphLimit(int most, Duration span);

	/**
	 * @param value
	 *            decides in which order requests are handled, from now on
	 */
	void turns(Turns value);

	/**
	 * Sets how long changes stay unseen, in every tenant.
	 *
	 * @param graph
	 *            by Graph's readers
	 * @param tokens
	 *            by the token endpoint
	 */
	void replicationDelay(Duration graph, Duration tokens);

	/**
	 * Puts the tenant's clock forward or back. HTTP's {@code Date} header stays the computer's.
	 *
	 * @param offset
	 *            added to the computer's time
	 */
	void clockOffset(Duration offset);

	/**
	 * Lets Microsoft Graph take only tokens that have these claims, from now on; others are answered with a claims challenge.
	 *
	 * @param claims
	 *            as JSON, for example {@code {"access_token":{"acrs":{"essential":true,"value":"c1"}}}}; absent for none
	 */
	void demandClaims(Optional<String> claims);

	/** Revokes all tokens so far that clients got who understand claims challenges: Microsoft Graph takes only newer ones. */
	void revokeTokens();

	/** Stops, and then has written the HAR file whole. Closing twice does nothing. */
	@Override
	void close();
}
