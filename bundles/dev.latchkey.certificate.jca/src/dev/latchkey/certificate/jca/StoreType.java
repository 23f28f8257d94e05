package dev.latchkey.certificate.jca;

import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * A store of an operating system as Java knows it. Whether a Java machine of that system has it is found out by asking for it,
 * never by a version.
 */
enum StoreType {

	WINDOWS_USER("Windows", "Windows-MY", "windows-user", 80, Messages.WindowsUser_name, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Messages.WindowsUser_description),

	WINDOWS_MACHINE("Windows", "Windows-MY-LOCALMACHINE", "windows-machine", 60, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Messages.WindowsMachine_name, Messages.WindowsMachine_description),

	MAC_KEYCHAIN("Mac OS X", "KeychainStore", "macos-keychain", 70, Messages.MacKeychain_name, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Messages.MacKeychain_description);

	private final String system;
	private final String jcaName;
	private final String id;
	private final int rank;
	private final String label;
	private final String description;

	StoreType(String system, String jcaName, String id, int rank, String label, String description) {
		this.system = system;
		this.jcaName = jcaName;
		this.id = id;
		this.rank = rank;
		this.label = label;
		this.description = description;
	}

	/** @param name as Java's property {@code os.name} tells it */
	boolean isOf(String name) {
		return name.startsWith(system);
	}

	/** For {@link java.security.KeyStore#getInstance(String)}. */
	String jcaName() {
		return jcaName;
	}

	String id() {
		return id;
	}

	int rank() {
		return rank;
	}

	String label() {
		return label;
	}

	String description() {
		return description;
	}

	/** The name that the owner gave: the keychain's names arrive in lower case, and are the subject's common name by default. */
	String friendlyName(String alias, X509Certificate certificate) {
		return this == MAC_KEYCHAIN ? commonName(certificate).filter(alias::equalsIgnoreCase).orElse(alias) : alias;
	}

	private static Optional<String> commonName(X509Certificate certificate) {
		try {
			return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
					.filter(each -> each.getType().equalsIgnoreCase("CN") && each.getValue() instanceof String) //$NON-NLS-1$
					.map(each -> (String) each.getValue()).findFirst();
		} catch (InvalidNameException e) {
			return Optional.empty();
		}
	}

	/**
	 * What the store wants for a password, which protects nothing: Windows takes none; the keychain hands keys over in an
	 * envelope and needs one that is not empty for it.
	 */
	char[] envelope() {
		return this == MAC_KEYCHAIN ? new char[] { 'x' } : null;
	}
}
