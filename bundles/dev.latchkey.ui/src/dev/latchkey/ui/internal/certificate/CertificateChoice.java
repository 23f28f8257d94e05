package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.ui.internal.forms.Model;

/** What is chosen in the wizard that selects a certificate. Passwords are not part of it: they stay in their field. */
public final class CertificateChoice extends Model {

	/** Where the certificate comes from. */
	public enum Source {
		GENERATE, STORE, FILE
	}

	private Source source = Source.GENERATE;
	private String name;
	private int keyBits = SelfSignedRequest.DEFAULT_KEY_BITS;
	private int validityMonths = SelfSignedRequest.DEFAULT_VALIDITY_MONTHS;
	private Optional<CertificateEntry> stored = Optional.empty();
	private String path = ""; //$NON-NLS-1$
	private String secondPath = ""; //$NON-NLS-1$
	private Optional<KeyMaterial> read = Optional.empty();
	private Optional<List<Finding>> findings = Optional.empty();
	private boolean linked;

	/** @param name proposed for a new certificate */
	public CertificateChoice(String name) {
		this.name = name;
	}

	public Source source() {
		return source;
	}

	public void setSource(Source source) {
		this.source = source;
		changed();
	}

	public String name() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
		changed();
	}

	public int keyBits() {
		return keyBits;
	}

	public void setKeyBits(int keyBits) {
		this.keyBits = keyBits;
		changed();
	}

	public int validityMonths() {
		return validityMonths;
	}

	public void setValidityMonths(int validityMonths) {
		this.validityMonths = validityMonths;
		changed();
	}

	/** The certificate that is selected in the store's list. */
	public Optional<CertificateEntry> stored() {
		return stored;
	}

	public void setStored(Optional<CertificateEntry> stored) {
		this.stored = stored;
		findings = Optional.empty();
		changed();
	}

	public String path() {
		return path;
	}

	public void setPath(String path) {
		this.path = path;
		changed();
	}

	/** A second file, when certificate and key were given as two; blank for none. */
	public String secondPath() {
		return secondPath;
	}

	public void setSecondPath(String secondPath) {
		this.secondPath = secondPath;
		changed();
	}

	/** The key of the file that is to be used. */
	public Optional<KeyMaterial> read() {
		return read;
	}

	public void setRead(Optional<KeyMaterial> read) {
		this.read = read;
		findings = Optional.empty();
		changed();
	}

	/** What was found about the selected certificate; empty as long as it was not examined. */
	public Optional<List<Finding>> findings() {
		return findings;
	}

	public void setFindings(List<Finding> findings) {
		this.findings = Optional.of(List.copyOf(findings));
		changed();
	}

	/** Whether the key file is used where it lies, instead of a copy of its key. */
	public boolean linked() {
		return linked;
	}

	public void setLinked(boolean linked) {
		this.linked = linked;
		changed();
	}
}
