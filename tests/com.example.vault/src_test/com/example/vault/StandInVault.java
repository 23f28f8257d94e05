package com.example.vault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.certificate.tck.TestKeys;

/** Stands in for the vault: has keys, tells their certificates and signs. For tests, since it signs for whoever asks. */
final class StandInVault implements AutoCloseable {

	private final Map<String, KeyMaterial> keys = new LinkedHashMap<>();
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final HttpServer server;

	/** @param port 0 for any that is free */
	StandInVault(int port, KeyMaterial... materials) throws IOException {
		for (KeyMaterial each : materials) {
			keys.put(Thumbprint.sha256(each.certificate()), each);
		}
		server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
		server.createContext("/certificates", this::certificates);
		server.createContext("/sign/", this::sign);
		server.setExecutor(threads);
		server.start();
	}

	/** Runs until it is killed, at the address of the first argument. */
	public static void main(String[] arguments) throws IOException {
		new StandInVault(URI.create(arguments[0]).getPort(), TestKeys.rsa("Vault One"), TestKeys.rsa("Vault Two"));
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
	}

	private void certificates(HttpExchange exchange) throws IOException {
		StringBuilder pem = new StringBuilder();
		for (KeyMaterial each : keys.values()) {
			try {
				pem.append("-----BEGIN CERTIFICATE-----\n")
						.append(Base64.getMimeEncoder().encodeToString(each.certificate().getEncoded()))
						.append("\n-----END CERTIFICATE-----\n");
			} catch (GeneralSecurityException e) {
				throw new IOException(e);
			}
		}
		answer(exchange, 200, pem.toString().getBytes(StandardCharsets.US_ASCII));
	}

	private void sign(HttpExchange exchange) throws IOException {
		String[] path = exchange.getRequestURI().getPath().split("/");
		KeyMaterial material = keys.get(path[3]);
		byte[] data = exchange.getRequestBody().readAllBytes();
		try {
			answer(exchange, 200, new SigningKey(material.key()).sign(SignatureAlgorithm.valueOf(path[2]), data));
		} catch (GeneralSecurityException e) {
			answer(exchange, 500, new byte[0]);
		}
	}

	private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		try (exchange) {
			exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
