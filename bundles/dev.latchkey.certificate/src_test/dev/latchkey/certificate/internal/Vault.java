package dev.latchkey.certificate.internal;

import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;

/** A third party's provider that holds one certificate, or fails. */
class Vault implements CertificateProvider {

	private final String id;
	private final int rank;
	private final CertificateEntry content;

	/** @param content null to fail */
	Vault(String id, int rank, CertificateEntry content) {
		this.id = id;
		this.rank = rank;
		this.content = content;
	}

	/** One that takes keys too. */
	static final class Importing extends Vault implements CertificateImporter {

		Importing(String id, int rank, CertificateEntry content) {
			super(id, rank, content);
		}

		@Override
		public CertificateEntry add(KeyMaterial material, Cancellation cancellation) {
			throw new UnsupportedOperationException();
		}
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public String name() {
		return "The vault " + id;
	}

	@Override
	public String description() {
		return "Keeps one certificate";
	}

	@Override
	public int rank() {
		return rank;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (content == null) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, name());
		}
		return List.of(new CertificateEntry(CertificateReference.of(id, content.certificate()), content.certificate(),
				List.of(), "", name(), content.key()));
	}
}
