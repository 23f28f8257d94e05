package dev.latchkey.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.RegistrationException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that ends with a report. */
abstract class ReportingCommand implements Callable<Integer> {

	static final String JSON = "--json"; //$NON-NLS-1$

	@Spec
	private CommandSpec spec;

	@Option(names = JSON)
	private boolean json;

	private final Environment environment;

	ReportingCommand(Environment environment) {
		this.environment = environment;
	}

	final Environment environment() {
		return environment;
	}

	/** Does the work. */
	abstract Report report() throws CertificateAccessException, RegistrationException, ConnectionException, Refusal;

	/** To be thrown when the arguments don't fit together. */
	final UsageException usage(String message) {
		return new UsageException(spec.commandLine(), message);
	}

	@Override
	public final Integer call() {
		return new Output(environment.terminal(), json).show(reportOrRefusal());
	}

	private Report reportOrRefusal() {
		try {
			return report();
		} catch (CertificateAccessException e) {
			return new RefusalReport(Refusal.of(e));
		} catch (RegistrationException e) {
			return new RefusalReport(Refusal.of(e));
		} catch (ConnectionException e) {
			return new RefusalReport(Refusal.of(e));
		} catch (Refusal e) {
			return new RefusalReport(e);
		} catch (CancellationException | OperationCanceledException e) {
			return new RefusalReport(new Refusal(Refusal.CANCELLED, Messages.cancelled));
		} catch (CommandLine.ParameterException e) {
			throw e;
		} catch (RuntimeException | Error e) {
			// a linkage error of some provider must not print what only support understands
			environment.log().accept("A command of the command line failed", e); //$NON-NLS-1$
			return new RefusalReport(new Refusal(Refusal.UNEXPECTED, Messages.unexpected));
		}
	}
}
