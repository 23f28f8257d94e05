package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files are opened by every Java, because Java changes what its own key stores take for a right password. */
class OtherJavaTest {

	private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
	private static final int OLDEST = 17;

	/** The first whose key stores take passwords beyond ASCII (JDK-8348732). */
	private static final int FIRST_BEYOND_ASCII = 25;

	@TempDir
	static Path folder;
	private static Tools tools;
	private static final List<Path> FILES = new ArrayList<>();

	private record Java(Path home, int version) {
	}

	@BeforeAll
	static void makeFiles() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		FILES.add(tools.pfx("modern.pfx", "rsa", "pässwörd €uro", "-iter", "1000"));
		FILES.add(tools.pfx("legacy.pfx", "rsa", "пароль", "-legacy"));
		FILES.add(tools.pfx("emoji.pfx", "rsa", "🔑👩‍💻", "-macalg", "sha512", "-iter", "1000"));
		FILES.add(tools.pfx("empty.pfx", "rsa", ""));
		FILES.add(tools.pfx("open.pfx", "rsa", "漢字", "-certpbe", "NONE", "-keypbe", "NONE"));
		FILES.add(tools.pfx("latin1.pfx", "rsa", "pässwörd", StandardCharsets.ISO_8859_1));
		tools.password("latin1.pfx", "pässwörd", StandardCharsets.UTF_8);
		PfxProgram.NSS.export(tools, "nss.pfx", "rsa", "rsa", "שלום €");
		FILES.add(tools.file("nss.pfx"));
		FILES.add(pem("pkcs8.pem", "pässwörd", "pkcs8", "-topk8", "-v2", "aes-256-cbc"));
		FILES.add(pem("scrypt.pem", "漢字", "pkcs8", "-topk8", "-scrypt", "-scrypt_N", "1024"));
		FILES.add(pem("pkcs1.pem", "résumé", "rsa", "-traditional", "-aes256"));
	}

	private static Path pem(String out, String password, String... command) throws Exception {
		tools.openssl(Tools.with(new String[] { "-in", "rsa.key", "-out", out + ".key", "-passout",
				"file:" + tools.password(out, password, StandardCharsets.UTF_8) }, command));
		return tools.joined(out, "rsa.crt", out + ".key");
	}

	private static List<Java> others() throws IOException {
		List<Path> homes = new ArrayList<>();
		Path installed = Path.of("/usr/lib/jvm");
		if (Files.isDirectory(installed)) {
			try (Stream<Path> folders = Files.list(installed)) {
				homes.addAll(folders.toList());
			}
		}
		System.getenv().entrySet().stream().filter(each -> each.getKey().startsWith("JAVA_HOME_")).map(Map.Entry::getValue)
				.map(Path::of).forEach(homes::add);
		List<Java> others = new ArrayList<>();
		for (Path home : homes.stream().filter(each -> Files.isReadable(each.resolve("release"))).toList()) {
			Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
			if (version.find() && Files.isExecutable(home.resolve("bin/java"))) {
				others.add(new Java(home.toRealPath(), Integer.parseInt(version.group(1))));
			}
		}
		Path own = JavaProcess.own().toRealPath();
		return others.stream().distinct().filter(each -> each.version() >= OLDEST && !each.home().equals(own)).toList();
	}

	private static void assertOpensAll(Path java, List<Path> files) throws Exception {
		String[] arguments = files.stream().map(Path::toString).toArray(String[]::new);
		String expected = String.join("\n", files.stream().map(each -> each.getFileName() + " CN=rsa").toList());
		assertEquals(expected, JavaProcess.output(JavaProcess.of(java, List.of(), ReadFiles.class, arguments)).strip(),
				java::toString);
	}

	@Test
	void everyOtherJavaOpensThemToo() throws Exception {
		List<Java> others = others();
		assumeFalse(others.isEmpty(), "No other Java than the tests' own is in /usr/lib/jvm or in JAVA_HOME_*.");
		for (Java each : others) {
			assertOpensAll(each.home(), FILES);
		}
	}

	@Test
	void thisJavaOpensWhatNewerOnesWrite() throws Exception {
		List<Java> newer = others().stream().filter(each -> each.version() >= FIRST_BEYOND_ASCII).toList();
		assumeFalse(newer.isEmpty(), "No other Java from 25 on is in /usr/lib/jvm or in JAVA_HOME_*.");
		for (Java each : newer) {
			String out = "keytool" + each.version() + ".pfx";
			tools.run(each.home().resolve("bin/keytool").toString(), "-genkeypair", "-keyalg", "RSA", "-alias", "rsa",
					"-dname", "CN=rsa", "-keystore", out, "-storetype", "PKCS12", "-storepass:file",
					tools.password(out, "pässwörd 漢字 🔑", StandardCharsets.UTF_8));
			assertOpensAll(JavaProcess.own(), List.of(tools.file(out)));
		}
	}
}
