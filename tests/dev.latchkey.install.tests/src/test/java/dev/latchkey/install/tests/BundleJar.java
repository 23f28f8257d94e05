package dev.latchkey.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A bundle of ours as it is in the repository. */
record BundleJar(Path file, Manifest manifest, Set<String> entries) {

	static BundleJar read(Path file) {
		try (JarFile jar = new JarFile(file.toFile())) {
			return new BundleJar(file, jar.getManifest(),
					jar.stream().map(entry -> entry.getName()).collect(Collectors.toUnmodifiableSet()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String name() {
		return header("Bundle-SymbolicName").orElseThrow().replaceFirst(";.*", "");
	}

	Optional<String> header(String name) {
		return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
	}

	boolean hasClass(String name) {
		return entries.contains(name.replace('.', '/') + ".class");
	}

	Document xml(String entry) throws IOException, SAXException, ParserConfigurationException {
		try (JarFile jar = new JarFile(file.toFile()); InputStream in = jar.getInputStream(jar.getEntry(entry))) {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
		}
	}

	@Override
	public String toString() {
		return name();
	}
}
