package dev.latchkey.tenant.internal.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.latchkey.tenant.RecordedExchange;

/** Keeps everything that was said. */
public final class Recorder {

	private final List<RecordedExchange> exchanges = new CopyOnWriteArrayList<>();

	public void add(RecordedExchange exchange) {
		exchanges.add(exchange);
	}

	public List<RecordedExchange> all() {
		return List.copyOf(exchanges);
	}

	public void clear() {
		exchanges.clear();
	}
}
