package dev.latchkey.registration.graph.proof;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.GraphClient;

/**
 * The service plans of the organization's subscriptions. Source of the names: Microsoft's page "Product names and service
 * plan identifiers for licensing".
 */
final class ServicePlans {

	/** Reading subscriptions takes one of these. */
	static final Set<String> READERS = Set.of("Directory.Read.All", "Directory.ReadWrite.All", "Organization.Read.All", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"Organization.ReadWrite.All", "LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** With mailboxes: neither EXCHANGE_S_FOUNDATION, which every subscription has, nor archives and analytics. */
	private static final Pattern EXCHANGE = Pattern.compile("EXCHANGE_[SBL]_(STANDARD|ENTERPRISE|DESKLESS|ESSENTIALS).*"); //$NON-NLS-1$
	/** With sites: neither SHAREPOINTWAC, which is Office for the web, nor storage. */
	private static final Pattern SHAREPOINT = Pattern
			.compile("SHAREPOINT((STANDARD|ENTERPRISE|DESKLESS|LITE).*|_S_DEVELOPER.*)"); //$NON-NLS-1$

	/** Warning is the time of grace after the end, in which all still works. */
	private static final Set<String> CAPABLE = Set.of("Enabled", "Warning"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final Set<String> PROVISIONED = Set.of("Success", "PendingActivation"); //$NON-NLS-1$ //$NON-NLS-2$

	private final Once<JsonObject> subscriptions;

	ServicePlans(Tries tries, GraphClient graph) {
		this.subscriptions = new Once<>(() -> tries.call(() -> graph
				.read(graph.request(HttpMethod.GET, "/subscribedSkus?$select=capabilityStatus,servicePlans")))); //$NON-NLS-1$
	}

	/** @param service Exchange or SharePoint */
	void require(Service service) throws Refusal {
		Pattern family = service == Service.EXCHANGE ? EXCHANGE : SHAREPOINT;
		if (subscriptions().filter(sku -> CAPABLE.contains(text(sku, "capabilityStatus"))) //$NON-NLS-1$
				.flatMap(sku -> objects(sku, "servicePlans")) //$NON-NLS-1$
				.filter(plan -> PROVISIONED.contains(text(plan, "provisioningStatus"))) //$NON-NLS-1$
				.noneMatch(plan -> family.matcher(text(plan, "servicePlanName")).matches())) { //$NON-NLS-1$
			throw new Refusal(Failure.of(Reason.SERVICE_PLAN_MISSING, service.productName()), 0, Optional.empty(), null);
		}
	}

	void renew() {
		subscriptions.forget();
	}

	private Stream<JsonObject> subscriptions() throws Refusal {
		try {
			return objects(subscriptions.get(), "value"); //$NON-NLS-1$
		} catch (Refusal e) {
			throw Probes.refused(e, Resource.MICROSOFT_GRAPH.name());
		}
	}

	private static Stream<JsonObject> objects(JsonObject object, String name) {
		return object.get(name) instanceof JsonArray array
				? StreamSupport.stream(array.spliterator(), false).filter(JsonElement::isJsonObject)
						.map(JsonElement::getAsJsonObject)
				: Stream.empty();
	}

	private static String text(JsonObject object, String name) {
		JsonElement element = object.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}
}
