package dev.latchkey.certificate.bc;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.BundleContext;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;

/** A second console: adds as many keys as asked for and says how far it got, and why not further. */
public final class StoreWriter {

	/** Begins the line that says why it ended early. */
	static final String REFUSED = "! ";

	private StoreWriter() {
	}

	/** @param arguments folder, prefix of the names, number of keys */
	public static void main(String[] arguments) throws Exception {
		KeyStoreFileProvider provider = new KeyStoreFileProvider(new Places(Path.of(arguments[0])).place);
		for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
			try {
				provider.add(Keys.quick(arguments[1] + i), Cancellation.NEVER);
			} catch (CertificateAccessException e) {
				System.out.println(REFUSED + e.reason());
				return;
			}
			System.out.println(arguments[1] + i);
		}
	}

	/** Starts it in a Java machine of its own whose umask hides nothing from anybody. What it says goes to the file. */
	static Process start(Path folder, String prefix, int count, Path output) throws IOException {
		return start("umask 000; exec \"$@\"", folder, prefix, count, output);
	}

	/** @param shell prepares the process and then executes its arguments */
	static Process start(String shell, Path folder, String prefix, int count, Path output) throws IOException {
		return new ProcessBuilder("sh", "-c", shell, "sh",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:-UsePerfData", "-cp", classPath(), StoreWriter.class.getName(), folder.toString(), prefix,
				Integer.toString(count)).redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(output.toFile()).start();
	}

	/** The whole lines that it has said so far: the last one may have been cut off with it. */
	static List<String> said(Path output) throws IOException {
		String text = Files.readString(output);
		return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
	}

	/** Asks the classes themselves where they lie, because every runner hides the class path in its own way. */
	private static String classPath() {
		return Stream
				.of(StoreWriter.class, KeyStoreFileProvider.class, Cancellation.class, BouncyCastleProvider.class,
						JcaX509CertificateConverter.class, CMSObjectIdentifiers.class, NLS.class, BundleContext.class,
						ILog.class, IStatus.class)
				.map(each -> each.getProtectionDomain().getCodeSource().getLocation()).map(StoreWriter::path).distinct()
				.collect(Collectors.joining(File.pathSeparator));
	}

	private static String path(URL location) {
		try {
			return Path.of(location.toURI()).toString();
		} catch (URISyntaxException e) {
			throw new IllegalArgumentException(e);
		}
	}
}
