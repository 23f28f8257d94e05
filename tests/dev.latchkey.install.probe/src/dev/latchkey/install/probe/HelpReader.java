package dev.latchkey.install.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.ui.PlatformUI;

/** Fetches our book from the console's help server, as its browser does. Not in the UI thread. */
final class HelpReader {

	private static final Pattern EMBEDDED = Pattern.compile("<(?:img|link|script)\\b[^>]*?(?:src|href)=\"([^\"]+)\"");

	private static final Pattern TITLE = Pattern.compile("(?s).*<title>(.*?)</title>.*");

	private final HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY)
			.followRedirects(HttpClient.Redirect.NORMAL).build();
	private final Report report;

	HelpReader(Report report) {
		this.report = report;
	}

	void read() {
		Arrays.stream(HelpSystem.getTocs()).filter(toc -> toc.getHref().startsWith("/dev.latchkey.help/")).forEach(this::read);
		for (String context : System.getProperty("latchkey.probe.help").split(",")) {
			IContext found = HelpSystem.getContext("dev.latchkey.ui." + context);
			report.tell("context." + context, found == null ? "none" : Arrays.stream(found.getRelatedTopics())
					.map(IHelpResource::getLabel).collect(Collectors.joining("|")));
		}
	}

	private void read(IToc book) {
		report.tell("book", book.getLabel());
		URI page = URI.create(address(book.getTopics()[0].getHref()));
		get(page.resolve("/help/index.jsp"));
		report.tell("contents", get(page.resolve("/help/advanced/tocfragment")).body());
		Arrays.stream(book.getTopics()).forEach(this::read);
	}

	private void read(ITopic topic) {
		URI address = URI.create(address(topic.getHref()));
		String german = get(URI.create(address + "?lang=de")).body();
		report.tell("german." + address.getPath().replaceFirst(".*/", ""), TITLE.matcher(german).replaceFirst("$1"));
		Matcher embedded = EMBEDDED.matcher(get(address).body());
		while (embedded.find()) {
			get(address.resolve(embedded.group(1)));
		}
		Arrays.stream(topic.getSubtopics()).forEach(this::read);
	}

	private static String address(String href) {
		return PlatformUI.getWorkbench().getHelpSystem().resolve(href, true).toString().replaceFirst("#.*", "");
	}

	private HttpResponse<String> get(URI address) {
		try {
			HttpResponse<String> answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
			report.tell("page." + address.getPath(), String.valueOf(answer.statusCode()));
			return answer;
		} catch (IOException e) {
			throw new IllegalStateException(address.toString(), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
