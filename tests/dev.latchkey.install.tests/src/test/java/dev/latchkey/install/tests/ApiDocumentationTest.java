package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever implements the API has its documentation only: everything public has one, and all its links lead somewhere. */
class ApiDocumentationTest {

	/** A record's documentation is that of its components. */
	private static final Pattern CANONICAL_CONSTRUCTOR = Pattern.compile("(?<=public )\\w+ \\{");

	@TempDir
	private Path folder;

	@Test
	void everythingPublicIsDocumented() throws IOException {
		List<Diagnostic<? extends JavaFileObject>> found = doclint(
				Project.root().resolve("bundles/dev.latchkey.certificate/src/dev/latchkey/certificate"));
		assertTrue(found.stream().anyMatch(each -> each.getMessage(Locale.ROOT).equals("no @return")), "doclint is silent");
		assertEquals(List.of(), found.stream().filter(ApiDocumentationTest::isWrong).map(Object::toString).toList());
	}

	private static boolean isWrong(Diagnostic<? extends JavaFileObject> diagnostic) {
		String message = diagnostic.getMessage(Locale.ROOT);
		// sentences say what parameters are and what is answered
		return !message.startsWith("no @") && !(message.equals("no comment") && isCanonicalConstructor(diagnostic));
	}

	private static boolean isCanonicalConstructor(Diagnostic<? extends JavaFileObject> diagnostic) {
		try {
			Matcher matcher = CANONICAL_CONSTRUCTOR.matcher(diagnostic.getSource().getCharContent(true));
			return matcher.find((int) diagnostic.getPosition()) && matcher.start() == diagnostic.getPosition();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private List<Diagnostic<? extends JavaFileObject>> doclint(Path sources) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null);
				Stream<Path> paths = Files.list(sources)) {
			List<Path> java = paths.filter(path -> path.toString().endsWith(".java")).toList();
			List<String> options = List.of("-proc:none", "-Xdoclint:all/protected", "-Xmaxwarns", "1000", "-d", folder.toString(),
					"-classpath", System.getProperty("java.class.path"));
			compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(java)).call();
		}
		return found.getDiagnostics();
	}
}
