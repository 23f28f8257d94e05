package dev.latchkey.ui.internal.properties;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.properties.Facts.Fact;
import dev.latchkey.ui.internal.view.Attention;

/**
 * What there is to tell about an organization.
 *
 * @param health    how it stands
 * @param facts     in the order of {@link #labels()}
 * @param attention what is the matter, or that nothing is
 * @param drifts    what was found to be otherwise when it was verified last
 * @param details   what support asks for about the last failure
 */
record OrganizationFacts(Health health, List<Fact> facts, String attention, List<String> drifts, List<String> details) {

	static Map<String, String> labels() {
		Map<String, String> labels = new LinkedHashMap<>();
		labels.put("name", Messages.OrganizationFacts_name); //$NON-NLS-1$
		labels.put("domain", Messages.OrganizationFacts_domain); //$NON-NLS-1$
		labels.put("region", Messages.OrganizationFacts_region); //$NON-NLS-1$
		labels.put("tenant", Messages.OrganizationFacts_tenant); //$NON-NLS-1$
		labels.put("application", Messages.OrganizationFacts_application); //$NON-NLS-1$
		labels.put("object", Messages.OrganizationFacts_object); //$NON-NLS-1$
		labels.put("account", Messages.OrganizationFacts_account); //$NON-NLS-1$
		labels.put("services", Messages.OrganizationFacts_services); //$NON-NLS-1$
		labels.put("profile", Messages.OrganizationFacts_profile); //$NON-NLS-1$
		labels.put("proven", Messages.OrganizationFacts_proven); //$NON-NLS-1$
		return labels;
	}

	static OrganizationFacts of(Connection connection, Sources sources, Health health) {
		String region = sources.wizard().clouds().find(connection.cloudId()).map(Cloud::name).orElse(connection.cloudId());
		String profile = sources.wizard().profiles().find(connection.profileId()).map(OrganizationFacts::text)
				.orElse(connection.profileId());
		String services = connection.services().stream().sorted().map(Service::productName).collect(Collectors.joining(", ")); //$NON-NLS-1$
		List<String> values = List.of(connection.name(), connection.domain(), region, connection.tenantId(),
				connection.applicationId(), connection.applicationObjectId().orElse(""), connection.account().orElse(""), //$NON-NLS-1$ //$NON-NLS-2$
				services, profile, connection.verified().map(Formats::time).orElse(Messages.OrganizationFacts_never));
		return new OrganizationFacts(health, facts(values),
				attention(connection, health), connection.proof().drifts().stream().map(Drift::sentence).toList(),
				health.failure().map(Failure::details).orElse(List.of()));
	}

	private static String attention(Connection connection, Health health) {
		boolean changed = health.standing() == Standing.CONNECTED && !connection.proof().changes().isEmpty();
		return changed ? Messages.OrganizationFacts_changed : Attention.of(connection, health, Instant.now())
				.map(Attention::text).orElse(Messages.OrganizationFacts_well);
	}

	private static List<Fact> facts(List<String> values) {
		List<Map.Entry<String, String>> labels = List.copyOf(labels().entrySet());
		return IntStream.range(0, labels.size())
				.mapToObj(index -> new Fact(labels.get(index).getKey(), labels.get(index).getValue(), values.get(index))).toList();
	}

	private static String text(PermissionProfile profile) {
		return NLS.bind(Messages.OrganizationFacts_profileBy, profile.name(), profile.vendor());
	}

	/** What is the matter, and what is known about it, one sentence a line. */
	String told() {
		Stream<String> found = drifts.isEmpty() ? Stream.empty()
				: Stream.concat(Stream.of(Messages.OrganizationFacts_drifts), drifts.stream());
		return Stream.of(Stream.of(attention), found, details.stream()).flatMap(lines -> lines)
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	/** Everything, for a ticket. */
	String copied(String state) {
		return String.join("\n", Facts.text(facts), state, told()); //$NON-NLS-1$
	}
}
