package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.tenant.ApplicationReader.Rules;

/**
 * What a tenant's application management policy says about new certificates. Source: Microsoft's page "Application
 * authentication methods API overview": an application's own policy takes the place of the tenant's; restrictions hold for
 * applications created after a date. What is not certain to refuse a certificate is left to Graph.
 */
final class ManagementPolicy {

	private ManagementPolicy() {
	}

	/** @return empty without any rule, or when the rules are unknown */
	static Optional<CredentialPolicy> of(Rules assigned, Rules tenant, Instant created) {
		if (!assigned.readable() || !tenant.readable()) {
			return Optional.empty();
		}
		return assigned.policy().filter(ManagementPolicy::enabled)
				.map(policy -> read(policy, "restrictions", created)) //$NON-NLS-1$
				.orElseGet(() -> tenant.policy().filter(ManagementPolicy::enabled)
						.flatMap(policy -> read(policy, "applicationRestrictions", created))); //$NON-NLS-1$
	}

	private static boolean enabled(JsonObject policy) {
		JsonElement enabled = policy.get("isEnabled"); //$NON-NLS-1$
		return enabled != null && enabled.isJsonPrimitive() && enabled.getAsBoolean();
	}

	private static Optional<CredentialPolicy> read(JsonObject policy, String part, Instant created) {
		if (!(policy.get(part) instanceof JsonObject restrictions)) {
			return Optional.empty();
		}
		List<JsonObject> inForce = new ArrayList<>();
		for (JsonElement element : ApplicationState.array(restrictions, "keyCredentials")) { //$NON-NLS-1$
			JsonObject restriction = element.getAsJsonObject();
			if (inForce(restriction, created)) {
				inForce.add(restriction);
			}
		}
		Optional<Duration> longest = of(inForce, "asymmetricKeyLifetime") //$NON-NLS-1$
				.flatMap(restriction -> lifetime(ApplicationState.text(restriction, "maxLifetime")).stream()) //$NON-NLS-1$
				.min(Duration::compareTo);
		boolean issuers = of(inForce, "trustedCertificateAuthority").findAny().isPresent(); //$NON-NLS-1$
		return longest.isEmpty() && !issuers ? Optional.empty()
				: Optional.of(new CredentialPolicy(ApplicationState.text(policy, "displayName"), longest, issuers)); //$NON-NLS-1$
	}

	/** Who is exempt is known to Graph only: such a restriction may not hold for this administrator. */
	private static boolean inForce(JsonObject restriction, Instant created) {
		boolean exempts = restriction.get("excludeActors") instanceof JsonObject actors //$NON-NLS-1$
				&& !ApplicationState.array(actors, "customSecurityAttributes").isEmpty(); //$NON-NLS-1$
		return "enabled".equals(ApplicationState.text(restriction, "state")) && !exempts //$NON-NLS-1$ //$NON-NLS-2$
				&& ApplicationState.time(restriction, "restrictForAppsCreatedAfterDateTime") //$NON-NLS-1$
						.map(created::isAfter).orElse(true);
	}

	private static Stream<JsonObject> of(List<JsonObject> restrictions, String type) {
		return restrictions.stream()
				.filter(restriction -> type.equals(ApplicationState.text(restriction, "restrictionType"))); //$NON-NLS-1$
	}

	/** ISO 8601, in days and smaller or in years and months. */
	private static Optional<Duration> lifetime(String text) {
		try {
			return Optional.of(Duration.parse(text));
		} catch (DateTimeException e) {
			return calendar(text);
		}
	}

	private static Optional<Duration> calendar(String text) {
		try {
			OffsetDateTime now = OffsetDateTime.now();
			return Optional.of(Duration.between(now, now.plus(Period.parse(text))));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Why that certificate would be refused, if it would. */
	static Optional<Failure> objection(CredentialPolicy policy, X509Certificate certificate) {
		Duration lifetime = Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
		Optional<Duration> limit = policy.longestLifetime().filter(longest -> lifetime.compareTo(longest) > 0);
		if (limit.isPresent()) {
			return Optional.of(Failure.of(Reason.CERTIFICATE_AGAINST_POLICY, Long.toString(limit.get().toDays())));
		}
		boolean selfSigned = certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
		return policy.trustedIssuers() && selfSigned ? Optional.of(Failure.of(Reason.CERTIFICATE_AGAINST_POLICY))
				: Optional.empty();
	}
}
