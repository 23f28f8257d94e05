package dev.latchkey.registration.graph.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;

import com.google.gson.Gson;

import dev.latchkey.registration.Journal;
import dev.latchkey.registration.graph.TestCertificate;

/** Another process that begins a run, or goes on with one, and then is at it until it is killed. */
final class OtherConsole {

	private OtherConsole() {
	}

	/** Returns when it is at it. */
	static Process start(Path journal, Path folder) throws Exception {
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", classPath(), OtherConsole.class.getName(), journal.toString(), folder.toString()))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		if (process.getInputStream().read() != '!') {
			throw new IllegalStateException("The other console did not start");
		}
		return process;
	}

	public static void main(String[] args) throws Exception {
		RunJournal run = new FileJournal(Path.of(args[0])).begin(Plans.plan(Path.of(args[1])));
		run.begin("certificate", "Certificate", Map.of(Ids.KEY_ID, UUID.randomUUID().toString()));
		System.out.print('!');
		System.out.flush();
		System.in.read();
	}

	private static String classPath() {
		return Stream.of(OtherConsole.class, FileJournal.class, Journal.class, TestCertificate.class, Gson.class,
				Location.class, URIUtil.class, IProgressMonitor.class, org.osgi.framework.Bundle.class)
				.map(OtherConsole::location).distinct().collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static String location(Class<?> type) {
		return Path.of(java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
	}
}
