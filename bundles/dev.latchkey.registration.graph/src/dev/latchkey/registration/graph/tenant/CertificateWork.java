package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/**
 * Adds the certificate to the application's others. Nothing is ever sent back that is not in the list right before; what
 * somebody else removes stays removed. Our own entry is added again when somebody else wrote a list without it.
 */
final class CertificateWork {

	private final X509Certificate certificate;
	private final KeyCredential added;
	private final KeyList keys;

	CertificateWork(X509Certificate certificate, KeyList keys) {
		this.certificate = certificate;
		this.added = KeyCredential.of(certificate);
		this.keys = keys;
	}

	/** What several readings in a row can find. */
	private enum Sight {
		THERE,
		/** Ours is there, and somebody has removed another one since. */
		WITHOUT_OTHERS,
		/** Somebody has written a list without ours. */
		DROPPED
	}

	/** Can be called again after a refusal: what is there now is read right before anything is written. */
	ItemOutcome perform(Hands hands) throws Refusal {
		for (int round = 1; round <= KeyList.ROUNDS; round++) {
			Optional<ApplicationState> before = keys.alone(() -> add(hands));
			if (before.flatMap(state -> state.key(certificate)).filter(key -> !isOurs(key)).isPresent()) {
				return ItemOutcome.ALREADY;
			}
			Sight sight = before.isPresent() ? watch(hands, before.get()) : Sight.DROPPED;
			if (sight == Sight.THERE) {
				return ItemOutcome.DONE;
			}
			if (sight == Sight.WITHOUT_OTHERS) {
				break;
			}
			keys.forget(Set.of(added.keyId()));
		}
		throw keys.changed();
	}

	private boolean isOurs(KeyCredential key) {
		return key.keyId().equals(added.keyId());
	}

	/** @return what was there right before; empty when somebody else wrote meanwhile */
	private Optional<ApplicationState> add(Hands hands) throws Refusal {
		ApplicationState before = keys.fresh(hands.application());
		if (before.key(certificate).isPresent()) {
			return Optional.of(before);
		}
		try {
			hands.writer().addKey(hands.item(), before, added);
			return Optional.of(before);
		} catch (Refusal e) {
			if (KeyList.isOutdated(e, before, hands.application())) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** Written is written: who cancels now is told so, and not made to wait. */
	private Sight watch(Hands hands, ApplicationState before) throws Refusal {
		Failure unseen = Failure.of(Reason.CERTIFICATE_NOT_REGISTERED, Thumbprint.hex(certificate));
		try {
			return new Sighting(hands.pause(), unseen).await(() -> look(hands.application().application(), before));
		} catch (OperationCanceledException e) {
			return Sight.THERE;
		}
	}

	/** An old replica still answers with what was there before; any other list without ours was written later. */
	private Optional<Sight> look(ApplicationState now, ApplicationState before) {
		if (now.key(certificate).isEmpty()) {
			return now.keyIds().equals(before.keyIds()) ? Optional.empty() : Optional.of(Sight.DROPPED);
		}
		boolean all = keys.hasAll(now);
		keys.remember(now);
		return Optional.of(all ? Sight.THERE : Sight.WITHOUT_OTHERS);
	}
}
