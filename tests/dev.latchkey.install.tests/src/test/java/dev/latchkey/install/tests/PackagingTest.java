package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The rules of the house, read off the bundles that users get. */
class PackagingTest {

	private static final Set<String> LEAVES = Set.of("dev.latchkey.certificate.bc", "dev.latchkey.certificate.jca",
			"dev.latchkey.certificate.pkcs11", "dev.latchkey.registration.graph");
	/** What a folder of a bundle holds for the build and not for users. */
	private static final Set<String> FOR_THE_BUILD = Set.of("META-INF", "build.properties", "pom.xml", "src", "src_test",
			"bin", "bin_test", "target");
	private static final Pattern BOUNCY_CASTLE = Pattern.compile("org\\.bouncycastle\\.[a-z0-9.]+(;[^,\"]*(\"[^\"]*\")?)*");

	/** What the vendors' libraries can use and do without, each behind a check of its presence or in a feature that is not used. */
	private static final List<String> DISPENSABLE = List.of("android.", "com.auth0.jwk.", "com.azure.core.credential.",
			"com.google.errorprone.annotations.", "io.jsonwebtoken.", "jakarta.annotation.", "javax.annotation.",
			"org.bouncycastle.jsse.", "org.conscrypt.", "org.openjsse.", "org.slf4j.impl.");

	static Stream<BundleJar> bundles() {
		return Project.bundles().stream().map(BundleJar::read);
	}

	static Stream<BundleJar> written() {
		return bundles().filter(bundle -> !bundle.name().equals("dev.latchkey.vendor.microsoft"));
	}

	@Test
	void theRepositoryHasEveryBundle() throws IOException {
		try (Stream<Path> folders = Files.list(Project.root().resolve("bundles"))) {
			assertEquals(folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))
					|| Files.exists(folder.resolve("bnd.bnd"))).map(folder -> folder.getFileName().toString()).sorted().toList(),
					bundles().map(BundleJar::name).sorted().toList());
		}
	}

	@ParameterizedTest
	@MethodSource("written")
	void aLeafExportsNothing(BundleJar bundle) {
		if (LEAVES.contains(bundle.name())) {
			assertTrue(bundle.header("Export-Package").isEmpty());
		}
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void noFriendsAndNoActivator(BundleJar bundle) {
		assertFalse(bundle.header("Export-Package").orElse("").contains("x-friends"));
		assertTrue(bundle.header("Bundle-Activator").isEmpty());
	}

	@ParameterizedTest
	@MethodSource("written")
	void onlyTheGraphLeafSeesTheVendors(BundleJar bundle) {
		assertEquals(bundle.name().equals("dev.latchkey.registration.graph"),
				bundle.header("Import-Package").orElse("").contains("latchkey=vendor"));
	}

	@Test
	void theVendorsLicencesGoWithThem() {
		BundleJar vendors = bundles().filter(bundle -> bundle.name().equals("dev.latchkey.vendor.microsoft")).findFirst().orElseThrow();
		assertTrue(vendors.entries().containsAll(List.of("META-INF/licenses/README.md", "META-INF/licenses/MIT.txt",
				"META-INF/licenses/Apache-2.0.txt", "okhttp3/internal/publicsuffix/NOTICE")), vendors::toString);
	}

	/** bnd takes packages whole and in one piece: a class that it left behind would be missed at run time only. */
	@Test
	void theVendorsMissNoClass() {
		Path vendors = Project.one(Project.repository(), "dev\\.latchkey\\.vendor\\.microsoft_.*\\.jar");
		StringWriter said = new StringWriter();
		PrintWriter out = new PrintWriter(said);
		ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, "--multi-release", "17", "--missing-deps", vendors.toString());
		List<String> missing = said.toString().lines().filter(line -> line.endsWith(" not found") && line.startsWith("  "))
				.map(line -> line.replaceFirst(".*-> ", "").replaceFirst(" +not found", "")).distinct().toList();
		assertTrue(missing.contains("jakarta.annotation.Nullable"), "jdeps said nothing: " + said);
		assertEquals(List.of(), missing.stream().filter(name -> DISPENSABLE.stream().noneMatch(name::startsWith)).toList());
	}

	@ParameterizedTest
	@MethodSource("written")
	void bouncyCastleIsImportedByRange(BundleJar bundle) {
		Matcher imports = BOUNCY_CASTLE.matcher(bundle.header("Import-Package").orElse(""));
		while (imports.find()) {
			assertTrue(imports.group().matches(".*;version=\"\\[[0-9.]+,2[0-9.]*\\)\".*"), imports.group());
		}
	}

	@Test
	void bouncyCastleIsKnownToItsLeafAlone() {
		assertEquals(List.of("dev.latchkey.certificate.bc"), written()
				.filter(bundle -> bundle.header("Import-Package").orElse("").contains("org.bouncycastle")).map(BundleJar::name).toList());
	}

	@ParameterizedTest
	@MethodSource("written")
	void annotationsAreForTheCompiler(BundleJar bundle) {
		assertFalse(bundle.header("Import-Package").orElse("").contains("org.osgi.service.component.annotations"));
	}

	@ParameterizedTest
	@MethodSource("written")
	void everyClassOfTheRegistryIsThere(BundleJar bundle) throws Exception {
		if (bundle.entries().contains("plugin.xml")) {
			assertEquals(List.of(), classes(bundle).stream().filter(name -> !bundle.hasClass(name)).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("written")
	void everyComponentIsThere(BundleJar bundle) throws Exception {
		for (String entry : bundle.header("Service-Component").map(header -> header.split(",")).orElse(new String[0])) {
			Element implementation = (Element) bundle.xml(entry.strip()).getElementsByTagName("implementation").item(0);
			assertTrue(bundle.hasClass(implementation.getAttribute("class")), entry);
		}
	}

	@ParameterizedTest
	@MethodSource("written")
	void everyFileIsPackaged(BundleJar bundle) throws IOException {
		Path folder = Project.root().resolve("bundles").resolve(bundle.name());
		for (Path file : Stream.concat(filesForUsers(folder), resources(folder.resolve("src"))).toList()) {
			Path from = file.startsWith(folder.resolve("src")) ? folder.resolve("src") : folder;
			String entry = from.relativize(file).toString().replace('\\', '/');
			assertTrue(bundle.entries().contains(entry), entry);
		}
	}

	private static List<String> classes(BundleJar bundle) throws Exception {
		List<String> names = new ArrayList<>();
		NodeList elements = bundle.xml("plugin.xml").getElementsByTagName("*");
		for (int element = 0; element < elements.getLength(); element++) {
			var attributes = elements.item(element).getAttributes();
			for (int index = 0; index < attributes.getLength(); index++) {
				String name = attributes.item(index).getNodeName();
				if (name.equals("class") || name.equals("defaultHandler")) {
					names.add(attributes.item(index).getNodeValue().replaceFirst("[:/].*", ""));
				}
			}
		}
		return names;
	}

	private static Stream<Path> filesForUsers(Path folder) throws IOException {
		try (Stream<Path> children = Files.list(folder)) {
			return children.filter(child -> !FOR_THE_BUILD.contains(child.getFileName().toString()))
					.filter(child -> !child.getFileName().toString().startsWith(".")).flatMap(PackagingTest::files).toList().stream();
		}
	}

	private static Stream<Path> resources(Path source) {
		return files(source).filter(file -> !file.toString().endsWith(".java"));
	}

	private static Stream<Path> files(Path folder) {
		return Files.exists(folder) ? Project.find(folder, ".*").stream().filter(Files::isRegularFile) : Stream.of();
	}
}
