package dev.latchkey.tenant.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.Scenario;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.record.HarFile;

/** The simulated tenant alone, until it is told to stop. */
public final class Main {

	private Main() {
	}

	/**
	 * @param arguments
	 *            see {@code docs/tenant.md}
	 */
	public static void main(String[] arguments) {
		if (arguments.length == 1 && arguments[0].equals("--help")) {
			System.out.println(Arguments.USAGE);
			return;
		}
		try {
			serve(Arguments.parse(arguments));
		} catch (IllegalArgumentException e) {
			fail(2, e.getMessage() + System.lineSeparator() + Arguments.USAGE);
		} catch (IOException e) {
			fail(1, e.getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void serve(Arguments arguments) throws IOException, InterruptedException {
		try (SimulatedTenant tenant = SimulatedTenant.start(arguments.options())) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tenant, arguments), "stop"));
			String ready = Json.pretty(ready(tenant));
			if (arguments.readyFile().isPresent()) {
				HarFile.atomically(arguments.readyFile().get(), ready);
			}
			System.out.println(ready);
			new CountDownLatch(1).await();
		}
	}

	private static void stop(SimulatedTenant tenant, Arguments arguments) {
		tenant.close();
		arguments.readyFile().ifPresent(Main::forget);
	}

	private static void forget(Path readyFile) {
		try {
			Files.deleteIfExists(readyFile);
		} catch (IOException e) {
			System.err.println(e.getMessage());
		}
	}

	private static JsonObject ready(SimulatedTenant tenant) {
		Endpoints endpoints = tenant.endpoints();
		Scenario scenario = tenant.scenario();
		return Json.object("authority", endpoints.authority(), "graph", endpoints.graph(), "exchange",
				endpoints.exchange(), "sharepoint", endpoints.sharepoint(), "devicePage", endpoints.devicePage(), "ca",
				tenant.caFile(), "cloud", tenant.cloudFile(), "tenantId", scenario.tenantId(), "domain",
				scenario.domain(), "applicationId", scenario.applicationId(), "admin",
				scenario.admin().userPrincipalName());
	}

	private static void fail(int code, String message) {
		System.err.println(message);
		System.exit(code);
	}
}
