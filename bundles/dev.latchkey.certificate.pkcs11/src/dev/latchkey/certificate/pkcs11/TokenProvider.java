package dev.latchkey.certificate.pkcs11;

import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;

/** Offers the certificates of all tokens of one module. */
final class TokenProvider implements CertificateProvider {

	/** Below the stores of operating systems, which show the same tokens with their own dialogs. */
	private static final int RANK = 50;

	private final TokenModule module;

	TokenProvider(TokenModule module) {
		this.module = module;
	}

	@Override
	public String id() {
		return module.choice().providerId();
	}

	@Override
	public String name() {
		return module.choice().label();
	}

	@Override
	public String description() {
		return module.choice().description();
	}

	@Override
	public int rank() {
		return RANK;
	}

	/** Never waits for a PIN: whoever lists did not choose a token yet. */
	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		return new TokenListing(module, cancellation).entries();
	}
}
