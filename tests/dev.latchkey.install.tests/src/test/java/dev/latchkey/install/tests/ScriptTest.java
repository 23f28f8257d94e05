package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code releng/latchkey}, with what it builds and starts replaced by what shows how it was called. */
class ScriptTest {

	@TempDir
	private Path folder;

	private String run(String... arguments) throws IOException, InterruptedException {
		Path releng = Files.createDirectories(folder.resolve("releng"));
		Files.copy(Project.root().resolve("releng/latchkey"), releng.resolve("latchkey"));
		Files.writeString(releng.resolve("setup.sh"), "root=$(CDPATH='' cd -- \"$(dirname -- \"$0\")/..\" && pwd)\n");
		Files.writeString(releng.resolve("installed.sh"), """
				here=$root/.console
				need_console() { echo building; read -r taken; }
				eclipse() { cat; printf '<%s>' "$@"; printf '%s' "$java_options" >&2; exit 7; }
				""");
		List<String> command = new ArrayList<>(List.of("sh", releng.resolve("latchkey").toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
		try (var input = process.getOutputStream()) {
			input.write("secret\n".getBytes(StandardCharsets.UTF_8));
		}
		String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(7, process.waitFor());
		return out;
	}

	@Test
	void argumentsArriveMarkedAndInputAndOutputAreTheCommands() throws Exception {
		assertEquals("secret\n<-application><dev.latchkey.cli.latchkey><-data><" + folder
				+ "/.console/workspace><:plan><:--domain><:a b><:><:-data><:*><:$x>", run("plan", "--domain", "a b", "", "-data", "*", "$x"));
		assertEquals("building\n-Ddev.latchkey.cli.marked=true -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
				Files.readString(folder.resolve("err")));
	}

	@Test
	void onlyTheSearchForPrimesIsOptimized() throws Exception {
		run("certificate", "generate");
		assertEquals("building\n-Ddev.latchkey.cli.marked=true -XX:+UseSerialGC ", Files.readString(folder.resolve("err")));
	}
}
