package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The two attributes of a bag that matter (RFC 7292, section 4.2). Odd values count as absent. */
final class BagAttributes {

	private final ASN1Set attributes;

	/** @param attributes may be null */
	BagAttributes(ASN1Set attributes) {
		this.attributes = attributes;
	}

	String friendlyName() {
		return value(PKCSObjectIdentifiers.pkcs_9_at_friendlyName) instanceof ASN1String text ? whole(text.getString()) : ""; //$NON-NLS-1$
	}

	/** GnuTLS and old OpenSSL take each byte of the name's UTF-8 for a character. */
	private static String whole(String name) {
		byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
		if (!name.equals(new String(bytes, StandardCharsets.ISO_8859_1))) {
			return name;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			return name;
		}
	}

	byte[] localKeyId() {
		return value(PKCSObjectIdentifiers.pkcs_9_at_localKeyId) instanceof ASN1OctetString id ? id.getOctets() : null;
	}

	private ASN1Encodable value(ASN1ObjectIdentifier type) {
		if (attributes == null) {
			return null;
		}
		for (ASN1Encodable each : attributes) {
			Attribute attribute = Attribute.getInstance(each);
			if (type.equals(attribute.getAttrType()) && attribute.getAttrValues().size() > 0) {
				return attribute.getAttrValues().getObjectAt(0).toASN1Primitive();
			}
		}
		return null;
	}
}
