package dev.latchkey.registration.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.KeyRollover;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.entra.PossessionProof;
import dev.latchkey.registration.graph.journal.FileJournal;
import dev.latchkey.registration.graph.journal.Ids;
import dev.latchkey.registration.graph.journal.RunJournal;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Rollover;
import dev.latchkey.registration.graph.tenant.Rollover.Possession;
import dev.latchkey.registration.graph.undo.Reconciliation;

/** Rolls an application's keys through Microsoft Graph, never without the journal. */
@Component
public final class GraphKeyRollover implements KeyRollover {

	private final Operations operations;
	private final FileJournal journal;

	@Activate
	public GraphKeyRollover(@Reference Operations operations, @Reference FileJournal journal) {
		this.operations = operations;
		this.journal = journal;
	}

	@Override
	public RegistrationResult add(RegistrationRequest request, ClientCertificate current, Optional<String> objectId,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException {
		return operations.run("add the certificate", request.tenant().cloud(), monitor, operation -> { //$NON-NLS-1$
			Session session = new Session(request, current, operation);
			Rollover rollover = Rollover.of(session.graph(), request, session, objectId, operation);
			return session.change(rollover, List.of(rollover.addition()), progress);
		});
	}

	@Override
	public RegistrationResult remove(RegistrationRequest request, Optional<String> objectId, Set<String> sha1,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException {
		return operations.run("remove certificates", request.tenant().cloud(), monitor, operation -> { //$NON-NLS-1$
			Session session = new Session(request, request.certificate(), operation);
			Rollover rollover = Rollover.of(session.graph(), request, session, objectId, operation);
			return session.change(rollover, rollover.removals(sha1), progress);
		});
	}

	/** The application, signed in with a key that it has. */
	private final class Session implements Possession {

		private final RegistrationRequest request;
		private final ClientCertificate current;
		private final Operation operation;
		private final GraphClient graph;

		Session(RegistrationRequest request, ClientCertificate current, Operation operation) throws Refusal {
			this.request = request;
			this.current = current;
			this.operation = operation;
			String token = signIn(current);
			graph = new GraphClient(request.tenant().cloud(), operation, () -> token);
		}

		GraphClient graph() {
			return graph;
		}

		private String signIn(ClientCertificate certificate) throws Refusal {
			Identity identity = new Identity(request.tenant(), request.applicationId(), certificate);
			CertificateSignIn signIn = new CertificateSignIn(identity, operation);
			return Retry.call(operation,
					() -> signIn.token(request.tenant().cloud().graph().toString(), Resource.MICROSOFT_GRAPH.name()));
		}

		@Override
		public String proof(String applicationObjectId) throws Refusal {
			return new PossessionProof(current).of(applicationObjectId);
		}

		@Override
		public boolean isAdded() throws Refusal {
			try {
				return !signIn(request.certificate()).isEmpty();
			} catch (Refusal e) {
				if (e.reason() == Reason.CERTIFICATE_NOT_REGISTERED) {
					return false;
				}
				throw e;
			}
		}

		RegistrationResult change(Rollover rollover, List<PlanItem> items, Consumer<RegistrationResult> progress)
				throws Refusal {
			try (RunJournal run = journal.takeUp(request, rollover.name())) {
				RegistrationResult result = rollover.run(items, run, operation, so -> progress.accept(run.tell(so)));
				new Reconciliation(run, graph, operation).run();
				if (result.isThere(AddCertificate.ID)) {
					isThere(run);
				}
				RegistrationResult told = run.tell(result);
				run.finish();
				return operations.log().told(told);
			}
		}

		/** What an earlier process began, and what can't be read, is known by now. */
		private void isThere(RunJournal run) {
			List<Change> changes = run.run().changes();
			for (int i = 0; i < changes.size(); i++) {
				if (changes.get(i).outcome() == Outcome.BEGUN && changes.get(i).ids().containsKey(Ids.CERTIFICATE)) {
					run.done(i, Map.of());
				}
			}
		}
	}
}
