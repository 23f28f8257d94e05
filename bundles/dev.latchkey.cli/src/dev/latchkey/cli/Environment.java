package dev.latchkey.cli;

import java.util.function.BiConsumer;

import dev.latchkey.certificate.Cancellation;

/**
 * What commands live in.
 *
 * @param log takes what went wrong unexpectedly: a sentence and the failure, for support
 */
record Environment(Services services, Terminal terminal, BiConsumer<String, Throwable> log, Cancellation cancellation,
		String version) {
}
