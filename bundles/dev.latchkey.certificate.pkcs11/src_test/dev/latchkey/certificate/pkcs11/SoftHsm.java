package dev.latchkey.certificate.pkcs11;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;

/** SoftHSM with tokens in a folder of its own, filled by Java's own PKCS #11 provider in another process. */
final class SoftHsm {

	static final Path LIBRARY = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so",
			"/opt/homebrew/lib/softhsm/libsofthsm2.so").map(Path::of).filter(Files::exists).findFirst()
			.orElseThrow(() -> new IllegalStateException("SoftHSM is needed: Debian's package softhsm2"));

	private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

	private final Path folder;
	private final Path configuration;

	/** @param slot that it has while nobody changes the tokens */
	record TokenAt(String label, String pin, long slot) {
	}

	private SoftHsm(Path folder, String settings) throws IOException {
		this.folder = folder;
		configuration = Files.writeString(folder.resolve("softhsm2.conf"),
				"directories.tokendir = " + Files.createDirectories(folder.resolve("tokens")) + "\n" + settings + "\n");
	}

	/** For this process from now on: what it had open of another folder is gone. */
	static SoftHsm use(Path folder, String... settings) throws IOException {
		SoftHsm hsm = new SoftHsm(folder, String.join("\n", settings));
		// the module reads the environment when it starts
		function("C_Finalize").invoke(NativeLong.class, new Object[] { null });
		NativeLibrary.getProcess().getFunction("setenv")
				.invokeInt(new Object[] { "SOFTHSM2_CONF", hsm.configuration.toString(), 1 });
		return hsm;
	}

	TokenAt token(String label, String pin) throws Exception {
		String said = run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", pin);
		Matcher slot = SLOT.matcher(said);
		if (!slot.find()) {
			throw new IOException(said);
		}
		return new TokenAt(label, pin, Long.parseLong(slot.group(1)));
	}

	/**
	 * Puts keys on the token that can't leave it.
	 *
	 * @param names of files in the folder, see {@link #certificate}
	 */
	void fill(TokenAt token, String attributes, String... names) throws Exception {
		Path setUp = Files.writeString(folder.resolve("fill.cfg"), """
				name = fill
				library = %s
				slot = %d
				attributes(*, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = true
				CKA_EXTRACTABLE = false }
				%s
				""".formatted(LIBRARY, token.slot, attributes));
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				Path.of(Filler.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(),
				Filler.class.getName(), setUp.toString(), token.pin));
		command.addAll(List.of(names));
		run(command.toArray(String[]::new));
	}

	/** Puts a key and its certificate on the token so that it shows neither before a login. */
	void hide(TokenAt token, String name) throws Exception {
		for (String what : List.of("--load-privkey=" + name + ".key", "--load-certificate=" + name + ".crt")) {
			run("p11tool", "--batch", "--provider=" + LIBRARY, "--login", "--set-pin=" + token.pin, "--write", what, "--label=" + name,
					"--mark-private", "pkcs11:token=" + token.label);
		}
	}

	/** Makes {@code name.key} and {@code name.crt} in the folder, the latter with all its issuers. */
	void certificate(String name, String algorithm) throws Exception {
		run("openssl", "req", "-x509", "-newkey", algorithm, "-nodes", "-keyout", name + ".key", "-out", name + ".crt", "-subj",
				"/CN=" + name, "-days", "30");
	}

	void certificateBy(String issuer, String name) throws Exception {
		run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj",
				"/CN=" + name);
		run("openssl", "x509", "-req", "-in", name + ".csr", "-CA", issuer + ".crt", "-CAkey", issuer + ".key", "-CAcreateserial",
				"-out", name + ".crt");
		Files.writeString(folder.resolve(name + ".crt"),
				Files.readString(folder.resolve(name + ".crt")) + Files.readString(folder.resolve(issuer + ".crt")));
	}

	/** Another user of the module in this process starts it. */
	static void initialize() {
		call("C_Initialize", (Object) null);
	}

	/** Another user of the module in this process ends it for everybody. */
	static void end() {
		call("C_Finalize", (Object) null);
	}

	/** As when a device has lost its power for a moment. */
	static void loseSessions(TokenAt token) {
		call("C_CloseAllSessions", new NativeLong(token.slot, true));
	}

	/** As when all devices are unplugged. */
	void removeTokens() throws IOException {
		Path tokens = folder.resolve("tokens");
		try (Stream<Path> paths = Files.walk(tokens)) {
			for (Path path : paths.filter(each -> !each.equals(tokens)).sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	private static void call(String name, Object... arguments) {
		Object answer = function(name).invoke(NativeLong.class, arguments);
		if (((NativeLong) answer).longValue() != 0) {
			throw new IllegalStateException(name + " answered " + answer);
		}
	}

	private static Function function(String name) {
		return NativeLibrary.getInstance(LIBRARY.toString()).getFunction(name);
	}

	private String run(String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().put("SOFTHSM2_CONF", configuration.toString());
		Process process = builder.start();
		process.getOutputStream().close();
		String said = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(List.of(command) + ": " + said);
		}
		return said;
	}
}
