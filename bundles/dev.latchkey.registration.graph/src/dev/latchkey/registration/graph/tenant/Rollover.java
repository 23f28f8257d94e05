package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.journal.ChangeLog;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** An application changes its own keys, which takes a proof that it holds one of them and no permission. */
public final class Rollover {

	/** What Graph says of a proof that it does not take. */
	private static final String NO_PROOF = "Authentication_MissingOrMalformed"; //$NON-NLS-1$
	private static final Set<Integer> NOT_HERE = Set.of(403, 404);

	private final GraphClient graph;
	private final RegistrationRequest request;
	private final Possession possession;
	private final Optional<ApplicationState> found;
	private final String objectId;
	private final AtomicBoolean looked = new AtomicBoolean();

	/** What the application does with its keys. */
	public interface Possession {

		/** @param applicationObjectId of the application that is to be changed */
		String proof(String applicationObjectId) throws Refusal;

		/** Whether the certificate that is to be added signs in already. */
		boolean isAdded() throws Refusal;
	}

	private Rollover(GraphClient graph, RegistrationRequest request, Possession possession,
			Optional<ApplicationState> found, String objectId) {
		this.graph = graph;
		this.request = request;
		this.possession = possession;
		this.found = found;
		this.objectId = objectId;
	}

	/**
	 * Looks at the application, as far as it may look at itself.
	 *
	 * @param objectId when known
	 * @throws Refusal {@link Reason#ROLLOVER_IMPOSSIBLE} when it is not known and can't be read
	 */
	public static Rollover of(GraphClient graph, RegistrationRequest request, Possession possession,
			Optional<String> objectId, Operation operation) throws Refusal {
		Optional<ApplicationState> found = look(graph, request, (why, duration) -> operation.pause(duration));
		String id = found.map(ApplicationState::objectId).or(() -> objectId)
				.orElseThrow(() -> new Refusal(impossible(request), 0, Optional.empty(), null));
		return new Rollover(graph, request, possession, found, id);
	}

	private static Optional<ApplicationState> look(GraphClient graph, RegistrationRequest request, Retry.Pause pause)
			throws Refusal {
		try {
			return Optional.of(new ApplicationReader(graph, request, pause).application());
		} catch (Refusal e) {
			if (NOT_HERE.contains(e.status())) {
				return Optional.empty();
			}
			throw e;
		}
	}

	private static Failure impossible(RegistrationRequest request) {
		return Failure.of(Reason.ROLLOVER_IMPOSSIBLE, request.applicationId());
	}

	/** The application's name; its application id when that can't be read. */
	public String name() {
		return found.map(ApplicationState::name).orElse(request.applicationId());
	}

	/** What is to be added. */
	public PlanItem addition() {
		X509Certificate certificate = request.certificate().certificate();
		return new AddCertificate(toDo(), certificate.getSubjectX500Principal().getName(), Thumbprint.hex(certificate),
				certificate.getNotAfter().toInstant());
	}

	/**
	 * What is to be removed, never the certificate that proves it.
	 *
	 * @param sha1 thumbprints
	 * @throws Refusal {@link Reason#ROLLOVER_IMPOSSIBLE} when the application may not look at itself
	 */
	public List<PlanItem> removals(Set<String> sha1) throws Refusal {
		ApplicationState now = found
				.orElseThrow(() -> new Refusal(impossible(request), 0, Optional.empty(), null));
		return now.keys().stream().filter(key -> !key.is(request.certificate().certificate())).map(KeyCredential::existing)
				.filter(key -> sha1.contains(key.thumbprint())).<PlanItem>map(key -> new RemoveCertificate(toDo(), key)).toList();
	}

	private static Standing toDo() {
		return new Standing(State.TO_DO, Optional.empty(), AdminRights.APPLICATION, List.of());
	}

	/**
	 * Does all of them, one request each.
	 *
	 * @param log where each change is written down first
	 * @throws Refusal when nothing could be attempted
	 */
	public RegistrationResult run(List<PlanItem> items, ChangeLog log, Operation operation,
			Consumer<RegistrationResult> progress) throws Refusal {
		AtomicBoolean attempted = new AtomicBoolean();
		TenantWriter writer = new TenantWriter(graph, (item, title, ids) -> {
			attempted.set(true);
			return log.begin(item, title, ids);
		});
		Application application = new Application(name(), objectId, List.of(), List.of());
		RegistrationPlan plan = new RegistrationPlan(request, application, Optional.empty(), items, Optional.empty());
		PlanRunner runner = new PlanRunner(plan, operation, progress);
		RegistrationResult result = runner.run((item, waiting) -> {
			Retry.Pause pause = new Patience(operation, waiting);
			return Retry.call(pause, () -> perform(item, writer, pause));
		});
		if (!attempted.get()) {
			operation.checkCanceled();
			if (runner.stopped().isPresent()) {
				throw runner.stopped().get();
			}
		}
		return result;
	}

	/** Can be called again after a refusal. */
	private ItemOutcome perform(PlanItem item, TenantWriter writer, Retry.Pause pause) throws Refusal {
		try {
			return item instanceof RemoveCertificate removal ? remove(removal, writer, pause) : add(item, writer, pause);
		} catch (Refusal e) {
			boolean refused = NOT_HERE.contains(e.status()) || NO_PROOF.equals(e.failure().code());
			throw refused ? e.as(told(e.failure())) : e;
		}
	}

	private Failure told(Failure failure) {
		return new Failure(Reason.ROLLOVER_IMPOSSIBLE, List.of(request.applicationId()), failure.code(),
				failure.correlationId(), failure.time());
	}

	/** What was found, for who comes first; then anew. */
	private Optional<ApplicationState> now(Retry.Pause pause) throws Refusal {
		return looked.getAndSet(true) ? look(graph, request, pause) : found;
	}

	private ItemOutcome add(PlanItem item, TenantWriter writer, Retry.Pause pause) throws Refusal {
		Optional<ApplicationState> now = now(pause);
		if (now.isPresent() ? now.get().key(request.certificate().certificate()).isPresent() : possession.isAdded()) {
			return ItemOutcome.ALREADY;
		}
		KeyCredential added = KeyCredential.of(request.certificate().certificate());
		writer.rollIn(item, Map.of(Ids.APPLICATION_ID, objectId, Ids.CERTIFICATE, added.sha256()),
				GraphWrite.addKey(objectId, added, possession.proof(objectId)));
		return ItemOutcome.DONE;
	}

	private ItemOutcome remove(RemoveCertificate removal, TenantWriter writer, Retry.Pause pause) throws Refusal {
		String keyId = removal.certificate().keyId();
		if (now(pause).filter(now -> !now.keyIds().contains(keyId)).isPresent()) {
			return ItemOutcome.ALREADY;
		}
		writer.rollOut(removal, Map.of(Ids.APPLICATION_ID, objectId, Ids.REMOVED_KEY_ID, keyId),
				GraphWrite.removeKey(objectId, keyId, possession.proof(objectId)));
		return ItemOutcome.DONE;
	}
}
