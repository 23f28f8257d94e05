package dev.latchkey.registration;

import java.util.EnumSet;
import java.util.Set;

/** The Microsoft 365 services that a console may work with. */
public enum Service {

	EXCHANGE("Exchange Online"), //$NON-NLS-1$
	SHAREPOINT("SharePoint Online and OneDrive"), //$NON-NLS-1$
	TEAMS("Microsoft Teams"); //$NON-NLS-1$

	private final String productName;

	Service(String productName) {
		this.productName = productName;
	}

	/** Microsoft's product name, the same in all languages. */
	public String productName() {
		return productName;
	}

	/**
	 * The services that can really be worked with when these are wanted in that cloud: Teams keeps its content in
	 * Exchange and SharePoint and so needs both, and some clouds don't have it.
	 */
	public static Set<Service> usable(Set<Service> wanted, Cloud cloud) {
		EnumSet<Service> usable = EnumSet.noneOf(Service.class);
		usable.addAll(wanted);
		if (!cloud.teams() || !usable.contains(EXCHANGE) || !usable.contains(SHAREPOINT)) {
			usable.remove(TEAMS);
		}
		return Set.copyOf(usable);
	}
}
