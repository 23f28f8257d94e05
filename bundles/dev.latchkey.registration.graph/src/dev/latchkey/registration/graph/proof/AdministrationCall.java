package dev.latchkey.registration.graph.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.errors.Side;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Asks Exchange Online's administration for the organization's settings, in the way of Microsoft's own PowerShell module
 * (3.10), which documents no other.
 */
final class AdministrationCall {

	private static final MediaType JSON = MediaType.get("application/json; charset=utf-8"); //$NON-NLS-1$

	/** Where requests of applications are routed to. */
	private static final String SYSTEM_MAILBOX = "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@"; //$NON-NLS-1$

	private final Tries tries;
	private final RegistrationRequest request;
	private final String role;
	private final ServiceHttp http;

	/** @param role the directory role that the application should have, Microsoft's name */
	AdministrationCall(Tries tries, RegistrationRequest request, String role) {
		this.tries = tries;
		this.request = request;
		this.role = role;
		this.http = new ServiceHttp(tries, Side.EXCHANGE_ADMINISTRATION, Service.EXCHANGE.productName());
	}

	/** @param token carries {@code Exchange.ManageAsApp} */
	void run(String token) throws Refusal {
		invoke(token, new JsonObject());
	}

	/**
	 * Whether Exchange Web Services are on for the application by the organization's own settings.
	 *
	 * @param token as for {@link #run}
	 */
	boolean allowsWebServices(String token) throws Refusal {
		JsonObject parameters = new JsonObject();
		parameters.addProperty("RetrieveEwsOperationAccessPolicy", Boolean.TRUE); //$NON-NLS-1$
		JsonObject settings = invoke(token, parameters);
		boolean off = member(settings, "EwsEnabled").map(on -> !on.getAsBoolean()).orElse(false); //$NON-NLS-1$
		String allowed = member(settings, "EwsAllowedAppIDs").map(JsonElement::getAsString).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		return !off && Arrays.stream(allowed.split(",")).map(String::strip) //$NON-NLS-1$
				.anyMatch(request.applicationId()::equalsIgnoreCase);
	}

	private JsonObject invoke(String token, JsonObject parameters) throws Refusal {
		String tenant = request.tenant().id();
		HttpUrl url = HttpUrl.get(request.tenant().cloud().exchange()).newBuilder()
				.addPathSegments("adminapi/beta/" + tenant + "/InvokeCommand").build(); //$NON-NLS-1$ //$NON-NLS-2$
		return tries.call(() -> {
			ServiceHttp.Answer answer = http.send(new Request.Builder().url(url).header("Accept", "application/json") //$NON-NLS-1$ //$NON-NLS-2$
					.header("X-AnchorMailbox", SYSTEM_MAILBOX + tenant) //$NON-NLS-1$
					.post(RequestBody.create(command(parameters), JSON)), token);
			if (!answer.successful()) {
				throw refusal(answer);
			}
			return first(answer.text());
		});
	}

	private static String command(JsonObject parameters) {
		JsonObject input = new JsonObject();
		input.addProperty("CmdletName", "Get-OrganizationConfig"); //$NON-NLS-1$ //$NON-NLS-2$
		input.add("Parameters", parameters); //$NON-NLS-1$
		JsonObject body = new JsonObject();
		body.add("CmdletInput", input); //$NON-NLS-1$
		return body.toString();
	}

	/** The permission is in the token: what is refused all the same wants the directory role. */
	private Refusal refusal(ServiceHttp.Answer answer) {
		boolean no = http.reason(answer) == Reason.DIRECTORY_ROLE_MISSING;
		return no ? http.refusal(answer, Reason.DIRECTORY_ROLE_MISSING, "", role, request.applicationId()) //$NON-NLS-1$
				: http.refusal(answer);
	}

	private static JsonObject first(String text) {
		try {
			JsonArray values = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("value"); //$NON-NLS-1$
			return values == null || values.isEmpty() ? new JsonObject() : values.get(0).getAsJsonObject();
		} catch (JsonParseException | IllegalStateException | ClassCastException e) {
			return new JsonObject();
		}
	}

	private static Optional<JsonElement> member(JsonObject settings, String name) {
		return List.copyOf(settings.keySet()).stream().filter(name::equalsIgnoreCase).map(settings::get)
				.filter(JsonElement::isJsonPrimitive).findFirst();
	}
}
