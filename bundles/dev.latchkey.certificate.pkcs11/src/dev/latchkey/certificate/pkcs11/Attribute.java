package dev.latchkey.certificate.pkcs11;

import java.util.List;

import com.sun.jna.Memory;

/** One line of a template that objects are found by. */
record Attribute(long type, byte[] value) {

	static Attribute of(long type, long value) {
		return new Attribute(type, Layout.HERE.bytes(value));
	}

	static Attribute of(long type, boolean value) {
		return new Attribute(type, new byte[] { (byte) (value ? 1 : 0) });
	}

	/** An array of CK_ATTRIBUTE, with the values behind it in the same piece of memory. */
	static Memory memory(List<Attribute> attributes) {
		Layout layout = Layout.HERE;
		int head = attributes.size() * layout.sizeOfTriple();
		Memory memory = new Memory(head + attributes.stream().mapToInt(each -> each.value.length).sum() + 1L);
		long line = 0;
		long place = head;
		for (Attribute each : attributes) {
			layout.write(memory, line, each.type);
			memory.setPointer(line + layout.pointerInTriple(), memory.share(place));
			layout.write(memory, line + layout.lengthInTriple(), each.value.length);
			memory.write(place, each.value, 0, each.value.length);
			place += each.value.length;
			line += layout.sizeOfTriple();
		}
		return memory;
	}
}
