package dev.latchkey.registration.graph;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.DriftDetection;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.journal.FileJournal;
import dev.latchkey.registration.graph.journal.Footprint;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.Asked;
import dev.latchkey.registration.graph.tenant.DriftFinder;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;

/** Looks through Microsoft Graph, as the application. */
@Component
public final class GraphDriftDetection implements DriftDetection {

	private static final int PARALLEL_READS = 8;

	private final Operations operations;
	private final FileJournal journal;
	private final ProfileCatalog profiles;
	private final ExecutorService readers = Executors.newFixedThreadPool(PARALLEL_READS,
			Operations.daemons("Latchkey drift reader")); //$NON-NLS-1$

	@Activate
	public GraphDriftDetection(@Reference Operations operations, @Reference FileJournal journal,
			@Reference ProfileCatalog profiles) {
		this.operations = operations;
		this.journal = journal;
		this.profiles = profiles;
	}

	@Deactivate
	void deactivate() {
		readers.shutdownNow();
	}

	@Override
	public List<Drift> compare(RegistrationRequest request, Verification found, Set<String> met, IProgressMonitor monitor)
			throws RegistrationException {
		return operations.run("look for changes", request.tenant().cloud(), monitor, operation -> { //$NON-NLS-1$
			Asked asked = new Asked(Needs.of(request), Footprint.of(journal, request), profiles::find);
			return find(new DriftFinder(asked, met, found), request, operation);
		});
	}

	private List<Drift> find(DriftFinder finder, RegistrationRequest request, Operation operation) throws Refusal {
		String token;
		try {
			token = signIn(request, operation);
		} catch (Refusal e) {
			if (e.isTheWay() || e.isTransient()) {
				throw e;
			}
			return finder.withoutSignIn(e.reason());
		}
		GraphClient graph = new GraphClient(request.tenant().cloud(), operation, () -> token);
		return finder.find(graph, new Parallel(readers), (why, duration) -> operation.pause(duration));
	}

	private static String signIn(RegistrationRequest request, Operation operation) throws Refusal {
		Identity identity = new Identity(request.tenant(), request.applicationId(), request.certificate());
		CertificateSignIn signIn = new CertificateSignIn(identity, operation);
		return Retry.call(operation,
				() -> signIn.token(request.tenant().cloud().graph().toString(), Resource.MICROSOFT_GRAPH.name()));
	}
}
