package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;

/**
 * Makes keys with the platform, which is fast at it, and certificates with Bouncy Castle, because the platform has no public
 * means to.
 */
@Component(service = SelfSignedIssuer.class)
public final class BouncyCastleIssuer implements SelfSignedIssuer {

	private static final int SERIAL_BITS = 128;

	/** Clocks of the two sides differ; a certificate from the future is refused. */
	private static final Duration BACKDATED = Duration.ofMinutes(5);

	private final Clock clock;

	@Activate
	public BouncyCastleIssuer() {
		this(Clock.systemUTC());
	}

	BouncyCastleIssuer(Clock clock) {
		this.clock = clock;
	}

	@Override
	public KeyMaterial issue(SelfSignedRequest request, Cancellation cancellation) throws CertificateAccessException {
		return AbandonableTask.run("Latchkey key generation", () -> make(request), cancellation); //$NON-NLS-1$
	}

	private KeyMaterial make(SelfSignedRequest request) throws CertificateAccessException {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA"); //$NON-NLS-1$
			generator.initialize(request.keyBits());
			KeyPair pair = generator.generateKeyPair();
			return new KeyMaterial(pair.getPrivate(), certify(pair, request), List.of(), request.name());
		} catch (GeneralSecurityException | OperatorCreationException | IOException e) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, e, "RSA " + request.keyBits()); //$NON-NLS-1$
		}
	}

	private X509Certificate certify(KeyPair pair, SelfSignedRequest request)
			throws GeneralSecurityException, OperatorCreationException, IOException {
		X500Name subject = subject(request.name());
		ZonedDateTime start = clock.instant().minus(BACKDATED).truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
		// both ends belong to the period (RFC 5280, 4.1.2.5): without the second less, 12 months would be over 365 days
		ZonedDateTime end = start.plusMonths(request.validityMonths()).minusSeconds(1);
		var builder = new JcaX509v3CertificateBuilder(subject, serial(), Date.from(start.toInstant()),
				Date.from(end.toInstant()), subject, pair.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
		builder.addExtension(Extension.subjectKeyIdentifier, false,
				new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
		var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()); //$NON-NLS-1$
		return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
	}

	/** The value is handed over as ASN.1, so that no character of it is taken for syntax, neither '#' nor '\'. */
	private static X500Name subject(String name) {
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, new DERUTF8String(name)).build();
	}

	private static BigInteger serial() {
		return new BigInteger(SERIAL_BITS, new SecureRandom());
	}
}
