package dev.latchkey.certificate.pkcs11;

import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.PinPrompt;

/** Fetches the prompt when it is needed: a console that never asks for a PIN need not load its user interface. */
record ServicePrompt(BundleContext context, ServiceReference<PinPrompt> reference) implements PinPrompt {

	@Override
	public Optional<char[]> ask(Request request, Cancellation cancellation) {
		PinPrompt prompt = context.getService(reference);
		if (prompt == null) {
			return Optional.empty();
		}
		try {
			return prompt.ask(request, cancellation);
		} finally {
			context.ungetService(reference);
		}
	}
}
