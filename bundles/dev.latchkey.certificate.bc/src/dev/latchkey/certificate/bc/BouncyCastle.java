package dev.latchkey.certificate.bc;

import java.security.Provider;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The library's provider object: handed to each call, never installed in this Java machine. */
final class BouncyCastle {

	/** Made with the first file that is read, and then for all: it takes some 100 ms, which opening a wizard need not. */
	private static final class OnDemand {
		static final Provider PROVIDER = new BouncyCastleProvider();
	}

	private BouncyCastle() {
	}

	static Provider provider() {
		return OnDemand.PROVIDER;
	}
}
