package dev.latchkey.tenant.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;

import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.FaultAnswer;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.Turns;

/** What every request goes through: latency, faults, the answer, the record. */
public final class Traffic {

	private final Clock clock;
	private final ActiveFaults faults;
	private final Recorder recorder;
	private final Function<Request, Answer> service;
	private final BiFunction<FaultAnswer, Request, Answer> faultAnswers;
	private volatile Duration latency;
	private volatile Turns turns = Turns.NONE;
	private volatile RequestLimit graphLimit = RequestLimit.NONE;

	public Traffic(Clock clock, ActiveFaults faults, Recorder recorder, Function<Request, Answer> service,
			BiFunction<FaultAnswer, Request, Answer> faultAnswers) {
		this.clock = clock;
		this.faults = faults;
		this.recorder = recorder;
		this.service = service;
		this.faultAnswers = faultAnswers;
		latency = Duration.ZERO;
	}

	public Instant now() {
		return clock.instant();
	}

	public void latency(Duration value) {
		latency = value;
	}

	public void turns(Turns value) {
		turns = value;
	}

	public void graphLimit(int most, Duration span) {
		graphLimit = new RequestLimit(most, span);
	}

	void serve(Request request, HttpExchange exchange) throws IOException {
		long start = System.nanoTime();
		List<Fault> met = faults.claim(request);
		pause(latency);
		for (Fault fault : met) {
			pause(fault.delay());
			fault.before().ifPresent(Runnable::run);
		}
		Optional<Answer> handled = handled(met, request);
		if (met.stream().anyMatch(Fault::dropped)) {
			record(request, Answer.empty(0), start, Duration.ZERO);
			return;
		}
		Answer answer = met.stream().flatMap(f -> f.answer().stream()).findFirst()
				.or(() -> handled.isPresent() ? Optional.empty() : limited(request))
				.map(f -> faultAnswers.apply(f, request)).or(() -> handled).orElseGet(() -> inTurn(request));
		Duration slow = met.stream().map(Fault::slowBody).reduce(Duration.ZERO, Duration::plus);
		/* Before it is written: who has read the answer finds it in the record. */
		record(request, answer, start, slow);
		write(answer, exchange, slow, request.method().equals("HEAD"));
	}

	private Optional<FaultAnswer> limited(Request request) {
		return request.origin() == Origin.GRAPH ? graphLimit.refusal() : Optional.empty();
	}

	private Answer inTurn(Request request) {
		Answer[] answer = new Answer[1];
		turns.take(request.header("client-request-id").orElse(""), request.method(), request.uri(),
				() -> answer[0] = service(request));
		return answer[0];
	}

	private Optional<Answer> handled(List<Fault> met, Request request) {
		List<Runnable> then = met.stream().flatMap(f -> f.handled().stream()).toList();
		if (then.isEmpty()) {
			return Optional.empty();
		}
		Answer answer = inTurn(request);
		then.forEach(Runnable::run);
		return Optional.of(answer);
	}

	private Answer service(Request request) {
		try {
			return service.apply(request);
		} catch (RuntimeException e) {
			System.getLogger(Traffic.class.getName()).log(System.Logger.Level.ERROR, request.target(), e);
			return Answer.text(500, "text/plain; charset=utf-8", "The simulated tenant failed: " + e);
		}
	}

	private static void write(Answer answer, HttpExchange exchange, Duration slow, boolean head) throws IOException {
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		byte[] body = answer.body();
		exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
		if (head || body.length == 0) {
			return;
		}
		try (OutputStream out = exchange.getResponseBody()) {
			int pieces = slow.isZero() ? 1 : Math.min(body.length, 10);
			for (int i = 0; i < pieces; i++) {
				pause(slow.dividedBy(pieces));
				int from = body.length * i / pieces;
				out.write(body, from, body.length * (i + 1) / pieces - from);
				out.flush();
			}
		}
	}

	private void record(Request request, Answer answer, long start, Duration slow) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
		Duration took = Duration.ofNanos(System.nanoTime() - start).plus(slow);
		recorder.add(new RecordedExchange(request.at(), took, request.origin(), request.method(), request.uri(),
				request.headers(), request.text(), answer.status(), headers,
				new String(answer.body(), StandardCharsets.UTF_8)));
	}

	private static void pause(Duration time) {
		if (time.isZero()) {
			return;
		}
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
