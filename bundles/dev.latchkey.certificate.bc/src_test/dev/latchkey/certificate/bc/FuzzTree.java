package dev.latchkey.certificate.bc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * ASN.1 as a tree that can be changed and written again with lengths that fit: what is hostile then is not the encoding but
 * what it says. Octet strings that hold ASN.1 count as branches, as PKCS #12 uses them so.
 */
final class FuzzTree {

	private static final int CONSTRUCTED = 0x20;
	private static final int OCTET_STRING = 4;
	private static final int INTEGER = 2;
	private static final int OBJECT_IDENTIFIER = 6;
	private static final int MAX_DEPTH = 40;

	private final int tag;
	private byte[] value;
	/** Null in a leaf. */
	private final List<FuzzTree> children;

	private FuzzTree(int tag, byte[] value, List<FuzzTree> children) {
		this.tag = tag;
		this.value = value;
		this.children = children;
	}

	/** @return empty when it is no ASN.1 of definite lengths */
	static Optional<FuzzTree> of(byte[] bytes) {
		return list(bytes, 0).filter(each -> each.size() == 1).map(each -> each.get(0));
	}

	private static Optional<List<FuzzTree>> list(byte[] bytes, int depth) {
		List<FuzzTree> list = new ArrayList<>();
		int at = 0;
		while (at < bytes.length) {
			int header = headerLength(bytes, at);
			int length = header < 0 ? -1 : length(bytes, at, header);
			if (length < 0 || length > bytes.length - at - header) {
				return Optional.empty();
			}
			list.add(node(bytes[at] & 0xff, Arrays.copyOfRange(bytes, at + header, at + header + length), depth));
			at += header + length;
		}
		return Optional.of(list);
	}

	private static FuzzTree node(int tag, byte[] value, int depth) {
		boolean branch = ((tag & CONSTRUCTED) != 0 || tag == OCTET_STRING) && value.length > 1 && depth < MAX_DEPTH;
		return new FuzzTree(tag, value, branch ? list(value, depth + 1).orElse(null) : null);
	}

	private static int headerLength(byte[] bytes, int at) {
		if (at + 1 >= bytes.length || (bytes[at] & 0x1f) == 0x1f) {
			return -1;
		}
		int first = bytes[at + 1] & 0xff;
		int header = 2 + (first < 0x80 ? 0 : first - 0x80);
		return first == 0x80 || header > 5 || at + header > bytes.length ? -1 : header;
	}

	private static int length(byte[] bytes, int at, int header) {
		int length = header == 2 ? bytes[at + 1] : 0;
		for (int i = 2; i < header; i++) {
			length = length << 8 | bytes[at + i] & 0xff;
		}
		return length;
	}

	byte[] bytes() {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		if (children == null) {
			content.writeBytes(value);
		} else {
			children.forEach(each -> content.writeBytes(each.bytes()));
		}
		return wrapped(tag, content.toByteArray());
	}

	/** In BER with indefinite lengths, as NSS writes it: not one fault in it. */
	byte[] endlessBytes() {
		if (children == null || tag == OCTET_STRING) {
			return bytes();
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		out.write(0x80);
		children.forEach(each -> out.writeBytes(each.endlessBytes()));
		out.write(0);
		out.write(0);
		return out.toByteArray();
	}

	private static byte[] wrapped(int tag, byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		if (content.length < 0x80) {
			out.write(content.length);
		} else {
			out.write(0x83);
			out.write(content.length >> 16);
			out.write(content.length >> 8);
			out.write(content.length);
		}
		out.writeBytes(content);
		return out.toByteArray();
	}

	private void collect(List<FuzzTree> all) {
		all.add(this);
		if (children != null) {
			children.forEach(each -> each.collect(all));
		}
	}

	/** A tree must never become a part of itself. */
	private FuzzTree copy() {
		return new FuzzTree(tag, value,
				children == null ? null : new ArrayList<>(children.stream().map(FuzzTree::copy).toList()));
	}

	private static FuzzTree any(List<FuzzTree> nodes, Random random) {
		return nodes.get(random.nextInt(nodes.size()));
	}

	/** Makes one of the numbers huge, which may be what a derivation is to be repeated. */
	void count(Random random) {
		List<FuzzTree> all = new ArrayList<>();
		collect(all);
		List<FuzzTree> numbers = all.stream().filter(each -> each.tag == INTEGER && each.value.length < 5).toList();
		if (!numbers.isEmpty()) {
			byte[] number = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 20 : 4)];
			random.nextBytes(number);
			number[0] &= 0x7f;
			any(numbers, random).value = number;
		}
	}

	/**
	 * Changes one place.
	 *
	 * @param others where nodes of another file come from
	 */
	void change(FuzzTree others, Random random) {
		List<FuzzTree> all = new ArrayList<>();
		collect(all);
		List<FuzzTree> foreign = new ArrayList<>();
		others.collect(foreign);
		List<FuzzTree> branches = all.stream().filter(each -> each.children != null && !each.children.isEmpty()).toList();
		if (branches.isEmpty()) {
			return;
		}
		FuzzTree branch = any(branches, random);
		int place = random.nextInt(branch.children.size());
		switch (random.nextInt(6)) {
			case 0 -> branch.children.remove(place);
			case 1 -> branch.children.add(place, any(branch.children, random).copy());
			case 2 -> branch.children.add(place, any(foreign, random).copy());
			case 3 -> branch.children.set(place, any(foreign, random).copy());
			default -> any(all, random).tamper(all, random);
		}
	}

	private void tamper(List<FuzzTree> all, Random random) {
		if (children != null) {
			return;
		}
		if (tag == INTEGER) {
			value = hugeOrOdd(random);
		} else if (tag == OBJECT_IDENTIFIER) {
			value = any(all.stream().filter(each -> each.tag == OBJECT_IDENTIFIER).toList(), random).value;
		} else {
			value = new byte[random.nextInt(4) == 0 ? random.nextInt(40) : value.length];
			random.nextBytes(value);
		}
	}

	private static byte[] hugeOrOdd(Random random) {
		byte[] number = new byte[random.nextInt(5) == 0 ? random.nextInt(300) : random.nextInt(5)];
		random.nextBytes(number);
		if (number.length > 0 && random.nextBoolean()) {
			number[0] = 0x7f;
		}
		return number;
	}
}
