package dev.latchkey.registration.graph.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** TLS trust for one client, without touching that of the Java machine. */
final class Trust {

	private Trust() {
	}

	/** Trusts what Java trusts by default, and these. */
	static X509TrustManager javaAnd(Collection<X509Certificate> authorities) {
		try {
			Set<X509Certificate> all = new LinkedHashSet<>(List.of(manager(null).getAcceptedIssuers()));
			all.addAll(authorities);
			KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
			anchors.load(null, null);
			for (X509Certificate authority : all) {
				anchors.setCertificateEntry(Integer.toString(anchors.size()), authority);
			}
			return manager(anchors);
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static X509TrustManager manager(KeyStore anchors) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(anchors);
		return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
				.map(X509TrustManager.class::cast).findFirst().orElseThrow();
	}

	static SSLSocketFactory sockets(X509TrustManager trust) {
		return context(trust).getSocketFactory();
	}

	static SSLContext context(X509TrustManager trust) {
		try {
			SSLContext context = SSLContext.getInstance("TLS"); //$NON-NLS-1$
			context.init(null, new TrustManager[] { trust }, null);
			return context;
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
