package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongPredicate;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;

/**
 * Reads mutated files in a Java machine of its own, whose heap is the limit of what a file may cost in memory. Exits with 1
 * when a file broke a promise; such files are kept in the folder {@code offending}. Knows nothing of JUnit.
 */
public final class FuzzRun {

	/** The file that is being read: all that is left when the machine dies of it. */
	static final String CURRENT = "current";

	/** What is left in memory at the end, garbage too, the seeds' passwords cleared by then. */
	static final String HEAP = "heap.hprof";

	private static final Path HANDLES = Path.of("/proc/self/fd");
	private static final Duration LIMIT = Duration.ofSeconds(2);

	private record Seed(Path file, byte[] content, char[] password) {
	}

	private final Path folder;
	private final List<Seed> seeds = new ArrayList<>();
	private final Map<String, Integer> outcomes = new TreeMap<>();
	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
	private long slowest;
	private int offences;

	private FuzzRun(Path folder) throws IOException {
		this.folder = folder;
		try (var files = Files.list(folder.resolve("seeds"))) {
			for (Path each : files.sorted().filter(file -> !file.toString().endsWith(".password")).toList()) {
				seeds.add(new Seed(each, Files.readAllBytes(each), password(Path.of(each + ".password"))));
			}
		}
	}

	/** Never as a string, of which a copy would stay. */
	private static char[] password(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
		char[] password = Arrays.copyOf(chars.array(), chars.limit() - 1);
		Arrays.fill(bytes, (byte) 0);
		Arrays.fill(chars.array(), '\0');
		return password;
	}

	/** @param arguments folder; seed of the random numbers; number of files; minutes, where the number is 0 */
	public static void main(String[] arguments) throws Exception {
		FuzzRun run = new FuzzRun(Path.of(arguments[0]));
		long seed = Long.parseLong(arguments[1]);
		long count = Long.parseLong(arguments[2]);
		long end = System.nanoTime() + Duration.ofMinutes(Long.parseLong(arguments[3])).toNanos();
		run.read(seed, count > 0 ? turn -> turn < count : turn -> System.nanoTime() < end);
		run.forget();
		try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
			run.report(out, seed);
		}
		System.exit(run.offences > 0 ? 1 : 0);
	}

	private void read(long seed, LongPredicate goesOn) throws IOException {
		for (Seed each : seeds) {
			attempt("good-" + each.file().getFileName(), each, each.content(), seeds.get(0));
		}
		long handles = handles();
		for (long turn = 0; goesOn.test(turn); turn++) {
			Random random = new Random(seed + turn);
			Seed base = seeds.get(random.nextInt(seeds.size()));
			Seed other = seeds.get(random.nextInt(seeds.size()));
			attempt(seed + turn + "-" + base.file().getFileName(), base,
					FuzzMutations.mutated(base.content(), other.content(), random), other);
		}
		if (handles() > handles) {
			offence("handles", "There are " + (handles() - handles) + " file handles more than before.");
		}
	}

	private void forget() throws IOException {
		seeds.forEach(each -> Arrays.fill(each.password(), '\0'));
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(folder.resolve(HEAP).toString(), false);
	}

	private static long handles() throws IOException {
		if (!Files.isDirectory(HANDLES)) {
			return 0;
		}
		try (var open = Files.list(HANDLES)) {
			return open.count();
		}
	}

	private void attempt(String name, Seed base, byte[] content, Seed other) throws IOException {
		Path file = Files.write(folder.resolve(CURRENT), content);
		char[] password = base.password().clone();
		KeyFileRequest alone = KeyFileRequest.of(file, password);
		KeyFileRequest request = name.hashCode() % 4 == 0 ? alone.withKeyFile(other.file()) : alone;
		long start = system.getProcessCpuTime();
		String outcome;
		try {
			outcome = outcome(new BouncyCastleKeyFileReader().inspect(request, Cancellation.NEVER));
		} catch (Exception | Error e) {
			outcome = e.toString();
			offence(name, outcome + " " + Arrays.toString(e.getStackTrace()));
		}
		long spent = system.getProcessCpuTime() - start;
		slowest = Math.max(slowest, spent);
		if (spent > LIMIT.toNanos()) {
			offence(name, "It took " + spent / 1_000_000 + " ms of processor time.");
		}
		if (!Arrays.equals(password, base.password())) {
			offence(name, "The caller's password was changed.");
		}
		Arrays.fill(password, '\0');
		outcomes.merge(outcome, 1, Integer::sum);
	}

	/** Has everything said that somebody may read. */
	private static String outcome(KeyFileContent content) {
		content.entries().forEach(each -> each.certificate().getSubjectX500Principal().getName());
		content.findings().forEach(each -> each.message());
		if (content.problem().isEmpty()) {
			return "opened";
		}
		CertificateAccessException problem = content.problem().get();
		if (problem.reason().compareTo(Reason.UNREADABLE) > 0 || problem.getLocalizedMessage().isBlank()
				|| content.format().label().isBlank()) {
			throw new IllegalStateException(problem.reason() + " is said of stores");
		}
		return problem.reason().name();
	}

	private void offence(String name, String what) throws IOException {
		offences++;
		System.out.println("OFFENCE " + name + ": " + what);
		Path kept = folder.resolve("offending").resolve(name.replaceFirst("-", "-" + offences + "-"));
		Files.createDirectories(kept.getParent());
		Files.write(kept, Files.readAllBytes(folder.resolve(CURRENT)));
	}

	private void report(PrintStream out, long seed) {
		int files = outcomes.values().stream().mapToInt(Integer::intValue).sum();
		out.println(files + " files, random numbers from " + seed + ", at most " + slowest / 1_000_000
				+ " ms of processor time, " + offences + " offences");
		outcomes.forEach((outcome, count) -> out.println(count + " " + outcome));
	}
}
