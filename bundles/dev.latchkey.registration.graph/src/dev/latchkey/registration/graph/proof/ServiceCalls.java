package dev.latchkey.registration.graph.proof;

import java.util.Optional;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;
import okhttp3.HttpUrl;

/** One harmless call to each service. Microsoft Teams keeps its content in the others, and gets none. */
final class ServiceCalls {

	/** The least role that reads in Exchange's administration. */
	private static final String GLOBAL_READER = "Global Reader"; //$NON-NLS-1$

	private final Needs needs;
	private final Optional<WebServicesCall> webServices;
	private final Optional<MailboxCall> mailbox;
	private final AdministrationCall administration;
	private final SharePointCall sharePoint;
	private final ServicePlans plans;

	ServiceCalls(Needs needs, GraphClient graph, Tries tries) {
		RegistrationRequest request = needs.request();
		Cloud cloud = request.tenant().cloud();
		String id = request.applicationId();
		this.needs = needs;
		this.webServices = request.account()
				.map(user -> new WebServicesCall(tries, HttpUrl.get(cloud.exchange()), user, id));
		this.mailbox = request.account().map(user -> new MailboxCall(tries, graph, user, id));
		this.administration = new AdministrationCall(tries, request,
				needs.directoryRoles().stream().map(DirectoryRoleNeed::name).findFirst().orElse(GLOBAL_READER));
		this.sharePoint = new SharePointCall(tries, graph, cloud);
		this.plans = new ServicePlans(tries, graph);
	}

	/** The audience of tokens for the tenant's SharePoint. */
	String sharePointAudience() throws Refusal {
		return sharePoint.audience();
	}

	/** The next calls ask anew for what the last ones kept. */
	void renew() {
		plans.renew();
	}

	/** @param tokens carry all that the check's permissions ask for */
	void call(Subject subject, ApplicationTokens tokens) throws Refusal {
		switch (subject) {
		case EXCHANGE_WEB_SERVICES -> webServices(tokens.token(Resource.EXCHANGE_ONLINE));
		case EXCHANGE_MAILBOXES -> mailbox(tokens.token(Resource.MICROSOFT_GRAPH));
		case EXCHANGE_ADMINISTRATION -> administration.run(tokens.token(Resource.EXCHANGE_ONLINE).value());
		case SHAREPOINT -> sharePoint(tokens);
		case EXCHANGE_PLAN -> plans.require(Service.EXCHANGE);
		case SHAREPOINT_PLAN -> plans.require(Service.SHAREPOINT);
		case GRAPH, TEAMS -> {
			// Signing in is the call.
		}
		}
	}

	private void webServices(ResourceToken token) throws Refusal {
		if (webServices.isEmpty()) {
			return;
		}
		try {
			webServices.get().run(token.value());
		} catch (Refusal e) {
			throw e.reason() == Reason.EWS_DISABLED && switchedOnFor(token) ? e.as(webServices.get().restricted(e)) : e;
		}
	}

	/** What the organization's own settings say, where the application may read them: then the refusal is the mailbox's. */
	private boolean switchedOnFor(ResourceToken token) {
		try {
			return token.roles().contains("Exchange.ManageAsApp") && administration.allowsWebServices(token.value()); //$NON-NLS-1$
		} catch (Refusal e) {
			return false;
		}
	}

	private void mailbox(ResourceToken token) throws Refusal {
		if (mailbox.isPresent()) {
			mailbox.get().run(token.roles());
		}
	}

	private void sharePoint(ApplicationTokens tokens) throws Refusal {
		if (needs.resources().contains(Resource.SHAREPOINT_ONLINE)) {
			sharePoint.run(tokens.token(Resource.SHAREPOINT_ONLINE).value());
		}
	}
}
