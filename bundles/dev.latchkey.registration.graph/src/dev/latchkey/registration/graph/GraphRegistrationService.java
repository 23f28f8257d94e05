package dev.latchkey.registration.graph;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ApplicationSignIn.Identity;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.graph.entra.AdminExtension;
import dev.latchkey.registration.graph.entra.AdminSignIn;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.entra.SignedInAdmin;
import dev.latchkey.registration.graph.entra.TenantDetection;
import dev.latchkey.registration.graph.entra.TenantLocator;
import dev.latchkey.registration.graph.journal.FileJournal;
import dev.latchkey.registration.graph.journal.Footprint;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.proof.CertificateProof;
import dev.latchkey.registration.graph.proof.Probes;
import dev.latchkey.registration.graph.tenant.AdminRoles;
import dev.latchkey.registration.graph.tenant.Asked;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;
import dev.latchkey.registration.graph.tenant.Registrar;
import dev.latchkey.registration.graph.tenant.WarmUp;
import okhttp3.OkHttpClient;

/** Registers through Microsoft Entra ID (MSAL4J) and Microsoft Graph. */
@Component
public final class GraphRegistrationService implements RegistrationService {

	private static final String STRANGER = "A session of another service"; //$NON-NLS-1$

	/** Microsoft Graph takes more at a time, but a plan's reads are no more than that. */
	private static final int PARALLEL_READS = 8;

	private final Operations operations;
	private final FileJournal journal;
	private final ProfileCatalog profiles;
	private final OutcomeLog log;
	private final ExecutorService readers = Executors.newFixedThreadPool(PARALLEL_READS,
			Operations.daemons("Latchkey reader")); //$NON-NLS-1$
	private final AtomicBoolean warm = new AtomicBoolean();

	@Activate
	public GraphRegistrationService(@Reference Operations operations, @Reference FileJournal journal,
			@Reference ProfileCatalog profiles) {
		this.operations = operations;
		this.journal = journal;
		this.profiles = profiles;
		this.log = operations.log();
	}

	@Deactivate
	void deactivate() {
		readers.shutdownNow();
	}

	@Override
	public Tenant locate(Cloud cloud, String domain, IProgressMonitor monitor) throws RegistrationException {
		return operations.run("locate", cloud, monitor, //$NON-NLS-1$
				operation -> new TenantLocator(operation, cloud, domain, List.of()).locate());
	}

	@Override
	public Tenant detect(List<Cloud> clouds, String domain, IProgressMonitor monitor) throws RegistrationException {
		Whole whole = new Whole(monitor);
		try {
			return new TenantDetection(clouds, domain, cloud -> ask(cloud, domain, clouds, whole), readers).detect(whole);
		} catch (Refusal e) {
			log.refused("detect", e); //$NON-NLS-1$
			throw new RegistrationException(e.failure(), e);
		} finally {
			whole.setCanceled(true);
		}
	}

	private Tenant ask(Cloud cloud, String domain, List<Cloud> known, IProgressMonitor monitor) throws Refusal {
		try (Operation operation = operations.begin(cloud, monitor)) {
			return new TenantLocator(operation, cloud, domain, known).find();
		}
	}

	@Override
	public void extend(AdminSession session, Set<AdminScope> scopes, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		if (!(session instanceof SignedInAdmin admin)) {
			throw new IllegalArgumentException(STRANGER);
		}
		if (admin.scopes().containsAll(scopes)) {
			return;
		}
		OkHttpClient later = operations.client(admin.tenant().cloud());
		operations.run("extend", admin.tenant().cloud(), monitor, operation -> { //$NON-NLS-1$
			new AdminExtension(admin, scopes, operation, prompt).extend(later);
			return admin.scopes();
		});
	}

	@Override
	public UndoResult undo(JournalRun run, AdminSession session, Consumer<UndoResult> progress,
			IProgressMonitor monitor) throws RegistrationException {
		Tenant tenant = session.tenant();
		if (!tenant.id().equals(run.tenantId()) || !tenant.cloud().id().equals(run.cloudId())) {
			throw new RegistrationException(
					Failure.of(Reason.WRONG_TENANT, session.userName(), tenant.domain(), run.domain()));
		}
		return operations.run("undo", tenant.cloud(), monitor, //$NON-NLS-1$
				operation -> log.told(runs(session, operation).undo(run, progress)));
	}

	@Override
	public AdminSession signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		Tenant tenant = request.tenant();
		if (prompt == null) {
			throw new RegistrationException(Failure.of(Reason.NO_PROMPT));
		}
		OkHttpClient later = operations.client(tenant.cloud());
		warmUp(tenant.cloud());
		return operations.run("sign in", tenant.cloud(), monitor, //$NON-NLS-1$
				operation -> new AdminSignIn(request, operations.settings().signInClient(), operation, prompt).signIn(later));
	}

	/** A person needs longer to sign in than this takes. */
	private void warmUp(Cloud cloud) {
		if (warm.compareAndSet(false, true)) {
			Operations.daemons("Latchkey warm-up").newThread(new WarmUp(cloud, operations.watcher())).start(); //$NON-NLS-1$
		}
	}

	@Override
	public RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor)
			throws RegistrationException {
		return operations.run("plan", request.tenant().cloud(), monitor, //$NON-NLS-1$
				operation -> registrar(session, operation).plan(asked(request), session.userName(), roles(session, operation)));
	}

	/** Without the journal nothing is known to be ours, so that nothing is offered to be taken back. */
	private Asked asked(RegistrationRequest request) {
		try {
			return new Asked(Needs.of(request), Footprint.of(journal, request), profiles::find);
		} catch (Refusal e) {
			log.refused("read the journal", e); //$NON-NLS-1$
			return new Asked(Needs.of(request), new Footprint(List.of()), profiles::find);
		}
	}

	@Override
	public RegistrationResult apply(RegistrationPlan plan, AdminSession session,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException {
		return operations.run("apply", plan.request().tenant().cloud(), monitor, //$NON-NLS-1$
				operation -> log.told(runs(session, operation).apply(plan, registrar(session, operation), progress)));
	}

	private Runs runs(AdminSession session, Operation operation) {
		return new Runs(journal, graph(session, operation), operation);
	}

	private Registrar registrar(AdminSession session, Operation operation) {
		return new Registrar(graph(session, operation), operation, new Parallel(readers));
	}

	private static GraphClient graph(AdminSession session, Operation operation) {
		if (!(session instanceof SignedInAdmin admin)) {
			throw new IllegalArgumentException(STRANGER);
		}
		return new GraphClient(admin.tenant().cloud(), operation, admin);
	}

	private static Set<String> roles(AdminSession session, Operation operation) throws Refusal {
		if (session.roleTemplateIds().isEmpty() && session instanceof SignedInAdmin admin) {
			GraphClient graph = new GraphClient(admin.tenant().cloud(), operation, admin);
			admin.learn(new AdminRoles(graph, operation).templateIds());
		}
		return session.roleTemplateIds();
	}

	@Override
	public Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied,
			Consumer<Verification> progress, IProgressMonitor monitor) throws RegistrationException {
		return operations.run("verify", request.tenant().cloud(), monitor, operation -> { //$NON-NLS-1$
			CertificateSignIn signIn = new CertificateSignIn(
					new Identity(request.tenant(), request.applicationId(), request.certificate()), operation);
			Probes probes = new Probes(Needs.of(request), applied, signIn, operation);
			Duration patience = applied.isPresent() ? operations.settings().propagation() : Duration.ZERO;
			return log.told(new CertificateProof(probes, operation, new Parallel(readers), patience, progress).run());
		});
	}
}
