package dev.latchkey.tenant.internal.entra;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Authorization code with PKCE: the page in the browser, the way back, the code. */
final class BrowserFlow {

	private record Asked(Optional<Tenant> tenant, Map<String, String> parameters) {

		String get(String name) {
			return parameters.getOrDefault(name, "");
		}
	}

	private record Issued(UserGrant grant, String redirect, String challenge) {
	}

	private final World world;
	private final TenantFinder tenants;
	private final SignIn signIn;
	private final Pages pages;
	private final BrowserRefusals refusals;
	private final boolean automatic;
	private final Map<String, Asked> asked = new ConcurrentHashMap<>();
	private final Map<String, Issued> issued = new ConcurrentHashMap<>();

	BrowserFlow(World world, TenantFinder tenants, SignIn signIn, Pages pages,
			BrowserRefusals refusals, boolean automatic) {
		this.world = world;
		this.tenants = tenants;
		this.signIn = signIn;
		this.pages = pages;
		this.refusals = refusals;
		this.automatic = automatic;
	}

	Answer show(Request request, MatchResult path) {
		try {
			Asked what = new Asked(tenants.signIn(path.group(1)), request.query());
			String client = signIn.publicClient(what.tenant(), what.get("client_id"));
			check(what);
			if (automatic) {
				return back(what, grant(what, world.scenario().admin()));
			}
			String id = UUID.randomUUID().toString();
			asked.put(id, what);
			return pages.accounts('/' + path.group(1) + "/login", "ctx", id, client, what.get("login_hint"));
		} catch (EntraError refused) {
			return pages.error(refused);
		}
	}

	Answer post(Request request, MatchResult path) {
		Map<String, String> form = request.form();
		Asked what = asked.get(form.getOrDefault("ctx", ""));
		if (what == null) {
			return pages.error(EntraError.of(50089));
		}
		if ("cancel".equals(form.get("action"))) {
			return back(what, refused(EntraError.of(65004), "access_denied"));
		}
		Optional<Account> account = signIn.account(form.getOrDefault("account", ""));
		if (account.isEmpty()) {
			return pages.error(EntraError.of(50034));
		}
		Optional<EntraError> refusal = refusals.next(what.get("client_id"));
		if (refusal.isPresent()) {
			return back(what, refused(refusal.get(), refusal.get().error()));
		}
		try {
			return back(what, grant(what, account.get()));
		} catch (EntraError refused) {
			return pages.error(refused);
		}
	}

	private static Map<String, String> refused(EntraError refusal, String error) {
		return Map.of("error", error, "error_description", refusal.description());
	}

	/**
	 * @return what that code stands for
	 * @throws EntraError
	 *             if it is unknown, spent, or the client is not the one that asked
	 */
	UserGrant redeem(Map<String, String> form, String clientId) {
		Issued code = Optional.ofNullable(issued.remove(form.getOrDefault("code", "")))
				.orElseThrow(() -> EntraError.of(54005));
		if (!code.grant().clientId().equals(clientId) || !code.redirect().equals(form.get("redirect_uri"))) {
			throw EntraError.of(70000, "redirect_uri");
		}
		if (!code.challenge().isEmpty() && !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
			throw EntraError.of(501481);
		}
		return code.grant();
	}

	private static void check(Asked what) {
		if (!what.get("response_type").equals("code")) {
			throw EntraError.of(700054, what.get("response_type"));
		}
		String redirect = what.get("redirect_uri");
		if (!redirect.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?")) {
			throw EntraError.of(50011, redirect);
		}
		if (!what.get("code_challenge").isEmpty() && !what.get("code_challenge_method").equals("S256")) {
			throw EntraError.of(70000, "code_challenge_method");
		}
	}

	private Map<String, String> grant(Asked what, Account account) {
		Tenant tenant = signIn.tenant(what.tenant(), account, what.get("client_id"));
		String code = "1." + UUID.randomUUID() + UUID.randomUUID();
		issued.put(code, new Issued(
				new UserGrant(tenant, account, what.get("client_id"), what.get("scope"), what.get("nonce")),
				what.get("redirect_uri"), what.get("code_challenge")));
		return Map.of("code", code);
	}

	private Answer back(Asked what, Map<String, String> result) {
		Map<String, String> fields = new LinkedHashMap<>(result);
		if (!what.get("state").isEmpty()) {
			fields.put("state", what.get("state"));
		}
		fields.put("session_state", UUID.randomUUID().toString());
		String target = what.get("redirect_uri");
		if (what.get("response_mode").equals("form_post")) {
			return pages.post(target, fields);
		}
		String encoded = fields.entrySet().stream()
				.map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		char mark = what.get("response_mode").equals("fragment") ? '#' : URI.create(target).getQuery() == null ? '?' : '&';
		return Answer.redirect(target + mark + encoded);
	}

	private static String challenge(String verifier) {
		try {
			return Jwt.encode(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
