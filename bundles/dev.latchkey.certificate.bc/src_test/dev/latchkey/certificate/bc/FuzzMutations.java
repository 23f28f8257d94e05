package dev.latchkey.certificate.bc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a file in one of the ways that files are damaged, or made to do damage. The same random numbers do the same. */
final class FuzzMutations {

	private interface Mutation {
		byte[] apply(byte[] file, byte[] other, Random random);
	}

	/** The more often something stands here, the more often it is done. */
	private static final List<Mutation> ALL = List.of(FuzzMutations::flipped, FuzzMutations::overwritten, FuzzMutations::cut,
			FuzzMutations::withLength, FuzzMutations::endless, FuzzMutations::spliced, FuzzMutations::repeated,
			FuzzMutations::nested, FuzzMutations::without, FuzzMutations::rephrased, FuzzMutations::rephrased,
			FuzzMutations::retold, FuzzMutations::retold, FuzzMutations::retold, FuzzMutations::retold,
			FuzzMutations::counted, FuzzMutations::counted, FuzzMutations::inEndlessForm, FuzzMutations::retoldInText,
			FuzzMutations::retoldInText);

	private static final Pattern BLOCK = Pattern.compile("(-----BEGIN [^-]+-----\\n)([A-Za-z0-9+/=\n]+)(-----END)");

	private static final int[] TELLING = { 0, 1, 2, 4, 6, 0x0c, 0x1f, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x84, 0x88, 0xa0, 0xff };
	private static final String[] PHRASES = { "-----BEGIN ", "-----END ", "-----", "\n\n", "\r", "=", "====", "\0",
			"CERTIFICATE", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PKCS7", "PKCS12",
			"TRUSTED CERTIFICATE", "Proc-Type: 4,ENCRYPTED\n", "DEK-Info: AES-256-CBC,00\n", "DEK-Info: DES-EDE3-CBC,\n",
			"DEK-Info: X,Y\n", "\uFEFF", "-----BEGIN CERTIFICATE-----\n".repeat(2000), "A".repeat(70_000),
			" \n".repeat(9000) };
	private static final int MOST_NESTED = 20_000;

	private FuzzMutations() {
	}

	static byte[] mutated(byte[] file, byte[] other, Random random) {
		byte[] result = file;
		for (int times = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1; times > 0; times--) {
			result = ALL.get(random.nextInt(ALL.size())).apply(result, other, random);
		}
		return result;
	}

	private static byte[] ofBinary(byte[] file, byte[] other, Random random) {
		return random.nextBoolean() ? counted(file, other, random) : retold(file, other, random);
	}

	private static int place(byte[] file, Random random) {
		return random.nextInt(file.length + 1);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(out::writeBytes);
		return out.toByteArray();
	}

	private static byte[] flipped(byte[] file, byte[] other, Random random) {
		byte[] result = file.clone();
		for (int times = 1 + random.nextInt(8); times > 0 && result.length > 0; times--) {
			result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
		}
		return result;
	}

	private static byte[] overwritten(byte[] file, byte[] other, Random random) {
		byte[] result = file.clone();
		for (int times = 1 + random.nextInt(4); times > 0 && result.length > 0; times--) {
			result[random.nextInt(result.length)] = (byte) TELLING[random.nextInt(TELLING.length)];
		}
		return result;
	}

	private static byte[] cut(byte[] file, byte[] other, Random random) {
		return Arrays.copyOf(file, place(file, random));
	}

	/** Writes another length where one may stand. */
	private static byte[] withLength(byte[] file, byte[] other, Random random) {
		byte[] lengths = random.nextBoolean() ? new byte[] { (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff }
				: new byte[] { (byte) 0x82, (byte) random.nextInt(), (byte) random.nextInt() };
		byte[] result = file.clone();
		int at = afterTag(result, random);
		System.arraycopy(lengths, 0, result, at, Math.min(lengths.length, result.length - at));
		return result;
	}

	/** An indefinite length, whose end never comes. */
	private static byte[] endless(byte[] file, byte[] other, Random random) {
		int at = afterTag(file, random);
		boolean longForm = at < file.length && (file[at] & 0xf0) == 0x80;
		int content = Math.min(file.length, longForm ? at + 1 + (file[at] & 0x0f) : at + 1);
		return joined(Arrays.copyOf(file, at), new byte[] { (byte) 0x80 }, Arrays.copyOfRange(file, content, file.length));
	}

	private static int afterTag(byte[] file, Random random) {
		int start = place(file, random);
		for (int i = start; i + 1 < file.length; i++) {
			if (file[i] == 0x30 || file[i] == 4 || file[i] == (byte) 0xa0 || file[i] == 0x24) {
				return i + 1;
			}
		}
		return start;
	}

	private static byte[] spliced(byte[] file, byte[] other, Random random) {
		return joined(Arrays.copyOf(file, place(file, random)),
				Arrays.copyOfRange(other, place(other, random), other.length));
	}

	private static byte[] repeated(byte[] file, byte[] other, Random random) {
		int start = place(file, random);
		int end = Math.min(file.length, start + 1 + random.nextInt(200));
		byte[] part = Arrays.copyOfRange(file, start, end);
		byte[] many = Arrays.copyOf(file, end);
		for (int times = random.nextInt(10) == 0 ? 1 + random.nextInt(1000) : 1; times > 0; times--) {
			many = times > 20 && many.length < 500_000 ? joined(many, part, part) : joined(many, part);
		}
		return joined(many, Arrays.copyOfRange(file, end, file.length));
	}

	/** Puts it, or nothing, into thousands of others. */
	private static byte[] nested(byte[] file, byte[] other, Random random) {
		int depth = random.nextInt(random.nextBoolean() ? 100 : MOST_NESTED);
		byte[] around = random.nextBoolean() ? new byte[] { 0x30, (byte) 0x80 } : new byte[] { 0x24, (byte) 0x80 };
		byte[] opening = new byte[2 * depth];
		for (int i = 0; i < opening.length; i++) {
			opening[i] = around[i % 2];
		}
		int at = random.nextBoolean() ? 0 : place(file, random);
		return joined(Arrays.copyOf(file, at), opening, Arrays.copyOfRange(file, at, file.length),
				new byte[random.nextBoolean() ? 2 * depth : 0]);
	}

	private static byte[] without(byte[] file, byte[] other, Random random) {
		int start = place(file, random);
		return joined(Arrays.copyOf(file, start),
				Arrays.copyOfRange(file, Math.min(file.length, start + 1 + random.nextInt(64)), file.length));
	}

	/** Another content in an encoding without fault. */
	private static byte[] retold(byte[] file, byte[] other, Random random) {
		Optional<FuzzTree> tree = FuzzTree.of(file);
		Optional<FuzzTree> foreign = FuzzTree.of(other);
		if (tree.isEmpty()) {
			return rephrased(file, other, random);
		}
		for (int times = 1 + random.nextInt(3); times > 0; times--) {
			tree.get().change(foreign.or(() -> FuzzTree.of(file)).orElseThrow(), random);
		}
		return tree.get().bytes();
	}

	private static byte[] counted(byte[] file, byte[] other, Random random) {
		Optional<FuzzTree> tree = FuzzTree.of(file);
		tree.ifPresent(each -> each.count(random));
		return tree.map(FuzzTree::bytes).orElseGet(() -> retoldInText(file, other, random));
	}

	private static byte[] inEndlessForm(byte[] file, byte[] other, Random random) {
		return flipped(FuzzTree.of(file).map(FuzzTree::endlessBytes).orElse(file), other, random);
	}

	/** The same behind the Base64 of PEM. */
	private static byte[] retoldInText(byte[] file, byte[] other, Random random) {
		List<MatchResult> blocks = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1)).results().toList();
		if (blocks.isEmpty()) {
			return rephrased(file, other, random);
		}
		MatchResult block = blocks.get(random.nextInt(blocks.size()));
		try {
			byte[] content = ofBinary(Base64.getMimeDecoder().decode(block.group(2)), other, random);
			byte[] lineEnd = { '\n' };
			return joined(Arrays.copyOf(file, block.start(2)), Base64.getMimeEncoder(64, lineEnd).encode(content), lineEnd,
					Arrays.copyOfRange(file, block.end(2), file.length));
		} catch (IllegalArgumentException e) {
			// damaged before
			return cut(file, other, random);
		}
	}

	/** What text is damaged by. */
	private static byte[] rephrased(byte[] file, byte[] other, Random random) {
		byte[] phrase = PHRASES[random.nextInt(PHRASES.length)].getBytes(StandardCharsets.UTF_8);
		int at = place(file, random);
		int kept = Math.min(file.length, at + (random.nextBoolean() ? phrase.length : 0));
		return joined(Arrays.copyOf(file, at), phrase, Arrays.copyOfRange(file, kept, file.length));
	}
}
