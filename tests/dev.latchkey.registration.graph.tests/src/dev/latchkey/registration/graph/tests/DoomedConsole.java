package dev.latchkey.registration.graph.tests;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.IPreferencesService;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;

/**
 * A process that applies a plan, to be killed: the same classes without a framework around them, which would take longer to
 * start. It stops by itself, and says so, when as many items are done as it was told.
 */
final class DoomedConsole {

	private static final String SERVICE = "dev.latchkey.registration.graph.GraphRegistrationService";
	private static final String OPERATIONS = "dev.latchkey.registration.graph.Operations";
	private static final String PROFILES = "dev.latchkey.registration.graph.profile.FileProfileCatalog";
	private static final String JOURNAL = "dev.latchkey.registration.graph.journal.FileJournal";

	private DoomedConsole() {
	}

	/** What it is told. */
	record Orders(Path cloudFile, Path journal, String domain, String applicationId, Path certificate, int stopAfter) {

		Process start() throws IOException {
			return new ProcessBuilder(Stream.concat(
					Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
							"-cp", Services.classPath(), DoomedConsole.class.getName()),
					Stream.of(cloudFile, journal, domain, applicationId, certificate, stopAfter).map(Object::toString))
					.toList()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		}
	}

	public static void main(String[] args) throws Exception {
		RegistrationService service = service(Path.of(args[0]), Path.of(args[1]));
		Cloud cloud = clouds(Path.of(args[0])).read(Path.of(args[0]));
		Tenant tenant = service.locate(cloud, args[2], null);
		RegistrationRequest request = new RegistrationRequest(tenant, Optional.empty(), Set.of(Service.SHAREPOINT), args[3],
				new ClientCertificate(certificate(Path.of(args[4])), data -> {
					throw new GeneralSecurityException("Not here");
				}), new NarrowProfile());
		AdminSession session = service.signIn(new SignInRequest(tenant, SignInMethod.DEVICE_CODE, Set.of(
				AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES)), code -> {
				}, null);
		int stopAfter = Integer.parseInt(args[5]);
		service.apply(service.plan(request, session, null), session, result -> stop(result, stopAfter), null);
		say("complete");
	}

	private static void stop(RegistrationResult result, int after) {
		if (result.items().stream().filter(item -> item.outcome() == Outcome.DONE).count() >= after) {
			stop();
		}
	}

	/** Says so, and does nothing more. */
	static void stop() {
		say("stopped");
		try {
			new CountDownLatch(1).await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	static void say(String word) {
		System.out.println(word);
		System.out.flush();
	}

	private static X509Certificate certificate(Path file) throws Exception {
		try (InputStream stream = Files.newInputStream(file)) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
		}
	}

	private static RegistrationService service(Path cloudFile, Path journal) throws ReflectiveOperationException {
		Consumer<Object> log = status -> {
		};
		Object operations = make(OPERATIONS, List.of(preferences(cloudFile), log));
		Object profiles = make(PROFILES, List.of(preferences(cloudFile), clouds(cloudFile)));
		return (RegistrationService) make(SERVICE, List.of(operations, make(JOURNAL, List.of(journal)), profiles));
	}

	static CloudCatalog clouds(Path cloudFile) throws ReflectiveOperationException {
		return (CloudCatalog) make("dev.latchkey.registration.graph.FileCloudCatalog", List.of(preferences(cloudFile)));
	}

	/** By the constructor that takes exactly these. */
	static Object make(String type, List<Object> arguments) throws ReflectiveOperationException {
		for (Constructor<?> each : Class.forName(type).getDeclaredConstructors()) {
			Class<?>[] types = each.getParameterTypes();
			boolean fits = types.length == arguments.size();
			for (int i = 0; fits && i < types.length; i++) {
				fits = types[i].isInstance(arguments.get(i));
			}
			if (fits) {
				each.setAccessible(true);
				return each.newInstance(arguments.toArray());
			}
		}
		throw new NoSuchMethodException(type);
	}

	private static IPreferencesService preferences(Path cloudFile) {
		return (IPreferencesService) Proxy.newProxyInstance(DoomedConsole.class.getClassLoader(),
				new Class<?>[] { IPreferencesService.class },
				(self, method, given) -> CloudCatalog.CLOUD_FILES.equals(given[1]) ? cloudFile.toString() : given[2]);
	}
}
