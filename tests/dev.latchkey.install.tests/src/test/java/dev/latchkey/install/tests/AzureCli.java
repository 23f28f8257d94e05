package dev.latchkey.install.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.tenant.SimulatedTenant;
import io.burt.jmespath.gson.GsonRuntime;

/**
 * Stands in for the Azure CLI: a program {@code az} that knows {@code rest}, {@code account show} and to do nothing, with the
 * real one's language for choosing (JMESPath), and with the token of an administrator of a simulated tenant.
 */
final class AzureCli implements AutoCloseable {

	private static final String CLIENT = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
	private static final int MINUTES = 3;

	private final SimulatedTenant tenant;
	private final HttpClient http;
	private final HttpServer server;
	private final Path folder;
	private final List<String> refusals = new ArrayList<>();
	private String token;

	/** @param folder a new one, for the program */
	AzureCli(SimulatedTenant tenant, Path folder) throws IOException {
		this.tenant = tenant;
		this.folder = Files.createDirectories(folder);
		http = HttpClient.newBuilder().sslContext(tenant.clientContext()).build();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
		Path az = Files.writeString(folder.resolve("az"), """
				#!/bin/sh
				for argument in "$@"; do
					printf '%%s\\0' "$argument"
				done | curl --silent --show-error --fail --data-binary @- http://127.0.0.1:%d/
				""".formatted(server.getAddress().getPort()));
		Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** Runs a script that signs that administrator in. Answers all that it said; its exit code is the last line. */
	String run(Path script, String administrator) throws IOException, InterruptedException {
		token = signIn(administrator);
		refusals.clear();
		Path said = Files.createTempFile(folder, "said", ".txt");
		ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ':' + path);
		Process process = builder.start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new IOException("no end: " + Files.readString(said));
		}
		return Files.readString(said) + refusals + '\n' + process.exitValue();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try {
			String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			byte[] answer = answer(List.of(sent.split("\0"))).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
			exchange.getResponseBody().write(answer);
		} catch (IOException | RuntimeException e) {
			refusals.add(e.toString());
			exchange.sendResponseHeaders(500, -1);
		} finally {
			exchange.close();
		}
	}

	private String answer(List<String> arguments) throws IOException {
		return switch (arguments.get(0)) {
		case "rest" -> rest(arguments);
		case "account" -> tenant.scenario().tenantId() + '\n';
		case "cloud", "login" -> "";
		default -> throw new IOException("az " + arguments);
		};
	}

	private String rest(List<String> arguments) throws IOException {
		String body = option(arguments, "--body");
		BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(Path.of(body.substring(1)));
		HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(option(arguments, "--url"))).header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/json").method(option(arguments, "--method").toUpperCase(), sent).build());
		if (response.statusCode() >= 400) {
			throw new IOException(response.body());
		}
		String query = option(arguments, "--query");
		JsonElement answered = response.body().isEmpty() ? new JsonObject() : JsonParser.parseString(response.body());
		JsonElement chosen = query == null ? answered : new GsonRuntime().compile(query).search(answered);
		String output = option(arguments, "--output");
		if ("none".equals(output)) {
			return "";
		}
		return "tsv".equals(output) ? rows(chosen) : chosen.toString();
	}

	private static String option(List<String> arguments, String name) {
		int index = arguments.indexOf(name);
		return index < 0 ? null : arguments.get(index + 1);
	}

	private static String rows(JsonElement chosen) {
		if (chosen.isJsonNull()) {
			return "";
		}
		List<JsonElement> rows = chosen instanceof JsonArray array ? array.asList() : List.of(chosen);
		return rows.stream().map(row -> row instanceof JsonArray cells
				? cells.asList().stream().map(JsonElement::getAsString).collect(Collectors.joining("\t"))
				: row.getAsString()).map(row -> row + '\n').collect(Collectors.joining());
	}

	private String signIn(String administrator) throws IOException {
		JsonObject code = post("devicecode", Map.of("scope",
				"Application.ReadWrite.All AppRoleAssignment.ReadWrite.All RoleManagement.ReadWrite.Directory"));
		tenant.deviceCodes().approve(code.get("user_code").getAsString(), administrator);
		return post("token", Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code",
				code.get("device_code").getAsString())).get("access_token").getAsString();
	}

	private JsonObject post(String path, Map<String, String> form) throws IOException {
		String encoded = "client_id=" + CLIENT + form.entrySet().stream()
				.map(each -> '&' + each.getKey() + '=' + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining());
		return JsonParser.parseString(send(HttpRequest
				.newBuilder(URI.create(tenant.endpoints().authority() + "/" + tenant.scenario().tenantId() + "/oauth2/v2.0/" + path))
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded)).build()).body())
				.getAsJsonObject();
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			return http.send(request, BodyHandlers.ofString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException(e));
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
