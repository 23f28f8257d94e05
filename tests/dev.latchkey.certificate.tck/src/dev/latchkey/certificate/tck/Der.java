package dev.latchkey.certificate.tck;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the few structures of DER (X.690) that a certificate consists of. */
final class Der {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

	private Der() {
	}

	static byte[] sequence(byte[]... parts) {
		return tagged(0x30, join(parts));
	}

	static byte[] set(byte[] part) {
		return tagged(0x31, part);
	}

	/** EXPLICIT [number] */
	static byte[] explicit(int number, byte[] part) {
		return tagged(0xA0 | number, part);
	}

	static byte[] integer(BigInteger value) {
		return tagged(0x02, value.toByteArray());
	}

	static byte[] bitString(byte[] bits) {
		return tagged(0x03, join(new byte[1], bits));
	}

	static byte[] octetString(byte[] octets) {
		return tagged(0x04, octets);
	}

	static byte[] utf8(String text) {
		return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
	}

	/** UTCTime: up to the year 2049, as RFC 5280 wants it. */
	static byte[] time(Instant instant) {
		return tagged(0x17, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] tagged(int tag, byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		if (content.length >= 0x80) {
			byte[] length = BigInteger.valueOf(content.length).toByteArray();
			int sign = length[0] == 0 ? 1 : 0;
			out.write(0x80 | length.length - sign);
			out.write(length, sign, length.length - sign);
		} else {
			out.write(content.length);
		}
		out.writeBytes(content);
		return out.toByteArray();
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}
}
