package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import aQute.bnd.osgi.Jar;

/** The API as it is built now against the one that was released; {@code releng/release-api} renews the latter. */
class ApiBaselineTest {

	private static final Path API = Project.root().resolve("bundles/dev.latchkey.certificate/src/dev/latchkey/certificate");

	@TempDir
	private Path folder;

	static Stream<Path> released() {
		return Project.find(Project.root().resolve("releng/api"), ".*\\.jar").stream();
	}

	static Stream<BundleJar> exporting() {
		return Project.bundles().stream().map(BundleJar::read)
				.filter(bundle -> bundle.header("Export-Package").filter(exports -> exports.contains(";version=")).isPresent())
				.filter(bundle -> !bundle.name().equals("dev.latchkey.vendor.microsoft"));
	}

	@ParameterizedTest
	@MethodSource("exporting")
	void everyExportedPackageWasReleased(BundleJar bundle) {
		assertEquals(1, released().filter(jar -> jar.getFileName().toString().equals(bundle.name() + ".jar")).count());
	}

	@ParameterizedTest
	@MethodSource("released")
	void aChangeStepsTheVersion(Path released) throws Exception {
		String name = released.getFileName().toString().replaceFirst("\\.jar$", "");
		try (Jar now = new Jar(Project.one(Project.repository(), name.replace(".", "\\.") + "_.*\\.jar").toFile());
				Jar before = new Jar(released.toFile())) {
			assertEquals(List.of(), ApiBaseline.problems(now, before));
		}
	}

	@Test
	void aNewDutyOfProvidersNeedsTheNextMajorVersion() throws Exception {
		assertNeeds("2.0.0", "1.9.0", "CertificateProvider", "int rank();", "int rank(); int weight();");
	}

	@Test
	void aMethodThatIsTakenAwayNeedsTheNextMajorVersion() throws Exception {
		assertNeeds("2.0.0", "1.1.0", "CertificateReference", "public static boolean isProviderId", "static boolean isProviderId");
	}

	@Test
	void aNewMethodOfAServiceOfOursNeedsTheNextMinorVersion() throws Exception {
		assertNeeds("1.1.0", "1.0.1", "SelfSignedIssuer", "KeyMaterial issue(", "void warmUp(); KeyMaterial issue(");
	}

	@Test
	void whatNobodySeesNeedsNothing() throws Exception {
		try (Jar before = compile("1.0.0", "SignatureAlgorithm", "", "");
				Jar now = compile("1.0.0", "SignatureAlgorithm", "SALT_BYTES", "SALT")) {
			assertEquals(List.of(), ApiBaseline.problems(now, before));
		}
	}

	private void assertNeeds(String needed, String tooLittle, String type, String old, String changed) throws Exception {
		try (Jar before = compile("1.0.0", type, "", "");
				Jar careless = compile(tooLittle, type, old, changed);
				Jar careful = compile(needed, type, old, changed)) {
			List<String> problems = ApiBaseline.problems(careless, before);
			assertEquals(1, problems.size(), problems::toString);
			assertTrue(problems.get(0).contains("needs " + needed + ": "), problems::toString);
			assertTrue(problems.get(0).contains(type), problems::toString);
			assertEquals(List.of(), ApiBaseline.problems(careful, before));
		}
	}

	/** The API of today in that version, with one change. */
	private Jar compile(String version, String type, String old, String changed) throws Exception {
		Path sources = Files.createTempDirectory(folder, "sources");
		try (Stream<Path> files = Files.list(API)) {
			for (Path source : files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".java")).toList()) {
				String text = Files.readString(source);
				boolean meant = source.getFileName().toString().equals(type + ".java");
				assertTrue(!meant || text.contains(old), () -> source + " does not say " + old);
				Files.writeString(sources.resolve(source.getFileName()), meant ? text.replace(old, changed) : text);
			}
		}
		Jar jar = new Jar("api", javac(sources).toFile());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
		manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
		manifest.getMainAttributes().putValue("Bundle-SymbolicName", "dev.latchkey.certificate");
		manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
		manifest.getMainAttributes().putValue("Export-Package", "dev.latchkey.certificate;version=\"" + version + '"');
		jar.setManifest(manifest);
		return jar;
	}

	private Path javac(Path sources) throws IOException {
		Path classes = Files.createTempDirectory(folder, "classes");
		List<String> arguments = Stream.concat(Stream.of("-nowarn", "-proc:none", "-d", classes.toString(), "-classpath",
				System.getProperty("java.class.path")), Project.find(sources, ".*\\.java").stream().map(Path::toString)).toList();
		assertNotNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
		return classes;
	}
}
