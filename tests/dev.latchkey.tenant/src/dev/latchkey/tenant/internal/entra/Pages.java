package dev.latchkey.tenant.internal.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.http.Answer;

/** The pages for people. */
final class Pages {

	private final World world;

	Pages(World world) {
		this.world = world;
	}

	/** @return page with one sentence */
	Answer message(int status, String title, String text) {
		return page(status, title, "<p role=\"status\" id=\"message\">" + escape(text) + "</p>");
	}

	/** @return page that names an error */
	Answer error(EntraError error) {
		return page(400, "Sorry, but we’re having trouble with signing you in.",
				"<p role=\"alert\" id=\"error\">" + escape(error.description()) + "</p>");
	}

	/** @return page where a person enters a code */
	Answer code(String action, String complaint) {
		String alert = complaint.isEmpty() ? ""
				: "<p role=\"alert\" id=\"error\">" + escape(complaint) + "</p>";
		return page(200, "Enter code", alert + fill(template("code.html"), Map.of("action", action)));
	}

	/** @return page where a person picks an account, and goes on or cancels */
	Answer accounts(String action, String hiddenName, String hiddenValue, String application, String hint) {
		String choices = world.scenario().accounts().stream().map(a -> choice(a, hint)).collect(Collectors.joining());
		return page(200, "Pick an account", fill(template("accounts.html"),
				Map.of("action", action, "hiddenName", hiddenName, "hiddenValue", escape(hiddenValue), "application",
						escape(application), "choices", choices)));
	}

	/** @return page that sends a form at once, for clients that ask for the answer in a form */
	Answer post(String target, Map<String, String> fields) {
		String inputs = fields.entrySet().stream().map(e -> "<input type=\"hidden\" name=\"" + escape(e.getKey())
				+ "\" value=\"" + escape(e.getValue()) + "\">").collect(Collectors.joining());
		return page(200, "Working…", "<form id=\"answer\" method=\"post\" action=\"" + escape(target) + "\">" + inputs
				+ "<button>Continue</button></form><script>document.getElementById('answer').submit()</script>");
	}

	private static String choice(Account account, String hint) {
		String name = escape(account.userPrincipalName());
		String checked = account.userPrincipalName().equalsIgnoreCase(hint) ? " checked" : "";
		return "<label><input type=\"radio\" name=\"account\" required value=\"" + name + '"' + checked + "> "
				+ escape(account.displayName()) + " <span>" + name + "</span></label>\n";
	}

	private Answer page(int status, String title, String content) {
		return Answer.html(status, fill(template("page.html"), Map.of("title", escape(title), "organization",
				escape(world.home().displayName()), "content", content)));
	}

	private static String fill(String template, Map<String, String> values) {
		String text = template;
		for (Map.Entry<String, String> value : values.entrySet()) {
			text = text.replace("${" + value.getKey() + '}', value.getValue());
		}
		return text;
	}

	private static String template(String name) {
		try (InputStream in = Pages.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
