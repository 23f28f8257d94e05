package com.example.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Offers the certificates of a vault. Their keys never leave it: it signs. */
public final class VaultProvider implements CertificateProvider {

	private static final String ID = "com.example.vault";

	private final VaultClient vault;

	/** Called when the component starts. */
	public VaultProvider() {
		this(URI.create(System.getenv().getOrDefault("VAULT_ADDR", "http://127.0.0.1:8200")));
	}

	VaultProvider(URI address) {
		vault = new VaultClient(address);
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String name() {
		return "Example Vault";
	}

	@Override
	public String description() {
		return "Keys that stay in the vault of the example.";
	}

	@Override
	public int rank() {
		return 20;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		try {
			byte[] pem = vault.ask("certificates", new byte[0], cancellation);
			List<CertificateEntry> entries = new ArrayList<>();
			for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
				entries.add(entry((X509Certificate) each));
			}
			return entries;
		} catch (IOException | CertificateException e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, name());
		}
	}

	private CertificateEntry entry(X509Certificate certificate) {
		CertificateReference reference = CertificateReference.of(ID, certificate);
		SigningKey key = new SigningKey(certificate.getPublicKey().getAlgorithm(),
				(algorithm, data) -> sign(reference, algorithm, data));
		return new CertificateEntry(reference, certificate, List.of(), "", name(), () -> key);
	}

	private byte[] sign(CertificateReference reference, SignatureAlgorithm algorithm, byte[] data) throws SignatureException {
		try {
			return vault.ask("sign/" + algorithm + '/' + reference.sha256(), data, Cancellation.NEVER);
		} catch (IOException e) {
			throw new SignatureException("The vault did not sign", e);
		}
	}
}
