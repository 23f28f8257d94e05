package dev.latchkey.tenant.internal.entra;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Device codes: asking for one, and the page where a person answers it. */
final class DeviceFlow {

	private final World world;
	private final TenantFinder tenants;
	private final SignIn signIn;
	private final DeviceCodeStore codes;
	private final Pages pages;
	private final URI page;
	private final boolean automatic;

	DeviceFlow(World world, TenantFinder tenants, SignIn signIn, DeviceCodeStore codes, Pages pages, URI page,
			boolean automatic) {
		this.world = world;
		this.tenants = tenants;
		this.signIn = signIn;
		this.codes = codes;
		this.pages = pages;
		this.page = page;
		this.automatic = automatic;
	}

	Answer issue(Request request, MatchResult path) {
		Optional<Tenant> tenant = tenants.signIn(path.group(1));
		Map<String, String> form = request.form();
		String clientId = Optional.ofNullable(form.get("client_id"))
				.orElseThrow(() -> EntraError.of(900144, "client_id"));
		String scope = Optional.ofNullable(form.get("scope")).orElseThrow(() -> EntraError.of(900144, "scope"));
		signIn.publicClient(tenant, clientId);
		DeviceCode code = codes.issue(clientId, scope, tenant);
		if (automatic) {
			codes.approve(code, world.scenario().admin());
		}
		String language = request.query().getOrDefault("mkt", form.getOrDefault("mkt", "en"));
		return EntraAnswer.json(request, 200, Json.object("user_code", code.userCode, "device_code", code.deviceCode,
				"verification_uri", page, "expires_in", world.settings().expiresIn(), "interval",
				world.settings().interval(), "message", message(language, code.userCode)));
	}

	Answer show(Request request, MatchResult path) {
		return pages.code(request.path(), "");
	}

	/** Both steps post here: first the code alone, then with the account that was picked. */
	Answer post(Request request, MatchResult path) {
		Map<String, String> form = request.form();
		Optional<DeviceCode> code = codes.find(form.getOrDefault("otc", ""));
		if (code.isEmpty()) {
			return pages.code(request.path(), "That code didn’t work. Check the code and try again.");
		}
		String clientName = signIn.publicClient(code.get().tenant, code.get().clientId);
		if (!form.containsKey("action")) {
			return pages.accounts(request.path(), "otc", code.get().userCode, clientName, "");
		}
		if (form.get("action").equals("cancel")) {
			codes.decline(code.get().userCode);
			return pages.message(200, "Sign-in was cancelled", "You can close this window.");
		}
		Optional<Account> account = signIn.account(form.getOrDefault("account", ""));
		if (account.isEmpty()) {
			return pages.accounts(request.path(), "otc", code.get().userCode, clientName, "");
		}
		return approve(code.get(), account.get(), clientName);
	}

	private Answer approve(DeviceCode code, Account account, String clientName) {
		try {
			signIn.tenant(code.tenant, account, code.clientId);
		} catch (EntraError refused) {
			return pages.error(refused);
		}
		codes.approve(code, account);
		return pages.message(200, "You have signed in", "You have signed in to the " + clientName
				+ " application on your device. You may now close this window.");
	}

	private String message(String language, String userCode) {
		ResourceBundle texts = ResourceBundle.getBundle("dev.latchkey.tenant.internal.entra.messages",
				Locale.forLanguageTag(language), ResourceBundle.Control
						.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return MessageFormat.format(texts.getString("deviceCode"), page, userCode);
	}
}
