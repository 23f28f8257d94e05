package dev.latchkey.registration.graph.tests;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.IPreferencesService;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.connection.NextCertificates.SelfSigned;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;

/**
 * A process that renews a connection's certificate, to be killed: what a console does it with, on the same files, without a
 * framework around it. It stops by itself, and says so, at the step that it was told.
 */
final class DoomedRenewal {

	private static final String GRAPH = "dev.latchkey.registration.graph.";
	private static final String CONNECTION = "dev.latchkey.connection.internal.";
	private static final String KEYS = "dev.latchkey.certificate.bc.";
	/** Several such processes may start at the same time on a slow computer. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final SelfSigned SMALL = new SelfSigned(OptionalInt.of(2048), OptionalInt.of(12), Optional.empty());

	private final Object operations;
	private final Object journal;
	private final CloudCatalog clouds;
	private final Object profiles;
	private final Object certificates;
	private final ConnectionService connections;
	private final RegistrationService registration;

	/**
	 * What it is told.
	 *
	 * @param keys          the folder of the user's key store file
	 * @param administrator whether one signs in, instead of the application doing it itself
	 * @param stopAt        empty to go on to the end
	 */
	record Orders(Path cloudFile, Path profile, Path journal, Path connections, Path keys, UUID connection,
			boolean administrator, Optional<Step> stopAt) {

		Process start() throws IOException {
			return new ProcessBuilder(Stream.concat(
					Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
							"-XX:+UseSerialGC", "-cp", Services.classPath(), DoomedRenewal.class.getName()),
					Stream.of(cloudFile, profile, journal, connections, keys, connection, administrator,
							stopAt.map(Step::name).orElse("NOWHERE")).map(Object::toString)).toList())
					.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		}
	}

	private DoomedRenewal(String[] args) throws ReflectiveOperationException {
		IPreferencesService preferences = preferences(args[0], args[1]);
		Consumer<Object> log = status -> {
		};
		operations = DoomedConsole.make(GRAPH + "Operations", List.of(preferences, log));
		journal = DoomedConsole.make(GRAPH + "journal.FileJournal", List.of(Path.of(args[2])));
		clouds = (CloudCatalog) DoomedConsole.make(GRAPH + "FileCloudCatalog", List.of(preferences));
		profiles = DoomedConsole.make(GRAPH + "profile.FileProfileCatalog", List.of(preferences, clouds));
		connections = (ConnectionService) DoomedConsole.make(CONNECTION + "FileConnectionService", List.of(Path.of(args[3])));
		certificates = certificates(keyStore(Path.of(args[4])));
		registration = (RegistrationService) DoomedConsole.make(GRAPH + "GraphRegistrationService",
				List.of(operations, journal, profiles));
	}

	public static void main(String[] args) throws Exception {
		DoomedRenewal console = new DoomedRenewal(args);
		Connection connection = console.connections.find(UUID.fromString(args[5])).orElseThrow();
		Optional<AdminSession> administrator = Boolean.parseBoolean(args[6]) ? Optional.of(console.signIn(connection))
				: Optional.empty();
		console.renewer().renew(List.of(new Renewal(connection.id(), console.nexts().selfSigned(SMALL), administrator)), 1,
				result -> {
					if (result.step().name().equals(args[7])) {
						DoomedConsole.stop();
					}
				}, null);
		DoomedConsole.say("complete");
	}

	private AdminSession signIn(Connection connection) throws Exception {
		Tenant tenant = new Tenant(clouds.find(connection.cloudId()).orElseThrow(), connection.tenantId(), connection.domain());
		return registration.signIn(new SignInRequest(tenant, SignInMethod.DEVICE_CODE,
				Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.READ_POLICIES)), code -> {
				}, null);
	}

	private CertificateRenewer renewer() throws ReflectiveOperationException {
		Object rollover = DoomedConsole.make(GRAPH + "GraphKeyRollover", List.of(operations, journal));
		return (CertificateRenewer) DoomedConsole.make(CONNECTION + "SideBySideRenewer",
				List.of(connections, registration, rollover, journal, clouds, profiles, certificates));
	}

	private NextCertificates nexts() throws ReflectiveOperationException {
		return (NextCertificates) DoomedConsole.make(CONNECTION + "KeptCertificates",
				List.of(certificates, DoomedConsole.make(KEYS + "BouncyCastleIssuer", List.of()), journal));
	}

	private static Object certificates(Object store) throws ReflectiveOperationException {
		Object broker = DoomedConsole.make("dev.latchkey.certificate.internal.CertificateBroker",
				List.of(Clock.systemUTC(), PATIENCE));
		Method add = broker.getClass().getDeclaredMethod("addProvider", CertificateProvider.class);
		add.setAccessible(true);
		add.invoke(broker, store);
		return broker;
	}

	/** Without a workbench the passwords lie beside it. */
	private static Object keyStore(Path folder) throws ReflectiveOperationException {
		Class<?> warnings = Class.forName(KEYS + "Warnings");
		Object silent = Proxy.newProxyInstance(warnings.getClassLoader(), new Class<?>[] { warnings },
				(self, method, given) -> null);
		Object place = DoomedConsole.make(KEYS + "UserPlace",
				List.of(folder, DoomedConsole.make(KEYS + "SecretFiles", List.of(folder)), silent, PATIENCE));
		return DoomedConsole.make(KEYS + "KeyStoreFileProvider", List.of(place));
	}

	private static IPreferencesService preferences(String cloudFile, String profile) {
		return (IPreferencesService) Proxy.newProxyInstance(DoomedRenewal.class.getClassLoader(),
				new Class<?>[] { IPreferencesService.class },
				(self, method, given) -> CloudCatalog.CLOUD_FILES.equals(given[1]) ? cloudFile
						: ProfileCatalog.PROFILE_FILES.equals(given[1]) ? profile : given[2]);
	}
}
