package com.example.vault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.latchkey.certificate.Cancellation;

/** Speaks with the vault. */
final class VaultClient {

	/** Less than the ten seconds that Latchkey waits for a list, so that the user reads our reason. */
	private static final Duration PATIENCE = Duration.ofSeconds(8);
	private static final long POLL_MILLIS = 50;

	private final HttpClient http = HttpClient.newHttpClient();
	private final URI address;

	VaultClient(URI address) {
		this.address = address;
	}

	byte[] ask(String path, byte[] body, Cancellation cancellation) throws IOException {
		cancellation.check();
		HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + path)).timeout(PATIENCE)
				.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
		HttpResponse<byte[]> response = await(http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()), cancellation);
		if (response.statusCode() != 200) {
			throw new IOException("The vault answers with status " + response.statusCode());
		}
		return response.body();
	}

	/** Looks again and again whether the answer is there or nobody wants it any more. */
	private static <T> T await(CompletableFuture<T> answer, Cancellation cancellation) throws IOException {
		try {
			while (true) {
				try {
					return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					cancellation.check();
				}
			}
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} finally {
			answer.cancel(true);
		}
	}
}
