package dev.latchkey.ui.tests;

import static dev.latchkey.registration.ItemResult.Outcome.ALREADY_DONE;
import static dev.latchkey.registration.ItemResult.Outcome.DONE;
import static dev.latchkey.registration.ItemResult.Outcome.NOT_ATTEMPTED;
import static dev.latchkey.registration.ItemResult.Outcome.RUNNING;
import static dev.latchkey.registration.ItemResult.Outcome.WAITING;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.UndoResult.Undone;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;

/**
 * A registration that does as the test says, at once or when told to, so that a page can be looked at in every state.
 * What pages show of the real one is tested by the journeys.
 */
final class ScriptedRegistration implements RegistrationService {

	private static final ExistingCertificate EXPIRED = new ExistingCertificate("k1", "CN=Backup 2024", "A1",
			Optional.of(Instant.parse("2025-03-01T00:00:00Z")));

	/** What ends the sign-in that waits: a session or a failure. */
	final BlockingQueue<Optional<Failure>> signIns = new LinkedBlockingQueue<>();
	/** One permit for each item that may be written and for each check that may be run. */
	final BlockingQueue<Boolean> steps = new LinkedBlockingQueue<>();
	final AtomicInteger locations = new AtomicInteger();
	final AtomicInteger plans = new AtomicInteger();
	final AtomicInteger openSessions = new AtomicInteger();
	volatile Optional<Failure> noTenant = Optional.empty();
	volatile Optional<Failure> noPlan = Optional.empty();
	volatile Optional<Failure> forbidden = Optional.empty();
	volatile Optional<Failure> refused = Optional.empty();
	volatile Optional<CredentialPolicy> policy = Optional.empty();
	/** Where the organization really is; in the region that was chosen when empty. */
	volatile Optional<Cloud> home = Optional.empty();
	/** What the administrator's token says about roles. */
	volatile Set<String> roles = Set.of();
	/** Whether Microsoft wants to see the administrator again before a session may do more. */
	volatile boolean asksAgain;
	final AtomicInteger extensions = new AtomicInteger();
	/** What the first item that is being written waits for. */
	volatile Optional<Wait> waiting = Optional.empty();
	/** Why the last change of a run can't be taken back. */
	volatile Optional<Failure> stays = Optional.empty();
	/** What the sign-ins asked for, the latest last. */
	final List<Set<AdminScope>> asked = new CopyOnWriteArrayList<>();
	final ScriptedJournal journal = new ScriptedJournal();
	/** Ids of items that are in the tenant. */
	private final Set<String> there = ConcurrentHashMap.newKeySet();
	volatile boolean stepwise;

	@Override
	public Tenant locate(Cloud cloud, String domain, IProgressMonitor monitor) throws RegistrationException {
		locations.incrementAndGet();
		fail(noTenant);
		return new Tenant(cloud, "6f7c9d0e-0000-4000-8000-00000000c0de", domain);
	}

	private static void fail(Optional<Failure> failure) throws RegistrationException {
		if (failure.isPresent()) {
			throw new RegistrationException(failure.get());
		}
	}

	@Override
	public Tenant detect(List<Cloud> clouds, String domain, IProgressMonitor monitor) throws RegistrationException {
		return locate(home.orElse(clouds.get(0)), domain, monitor);
	}

	@Override
	public void extend(AdminSession session, Set<AdminScope> scopes, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		extensions.incrementAndGet();
		if (asksAgain) {
			ask(SignInMethod.DEVICE_CODE, prompt);
			fail(next(signIns, monitor));
		}
		((Session) session).scopes.addAll(scopes);
	}

	@Override
	public UndoResult undo(JournalRun run, AdminSession session, Consumer<UndoResult> progress,
			IProgressMonitor monitor) {
		List<Undone> undone = new ArrayList<>();
		run.changes().forEach(change -> undone.add(undone(change, UndoResult.Outcome.WAITING)));
		for (int i = 0; i < undone.size(); i++) {
			JournalRun.Change change = run.changes().get(i);
			undone.set(i, undone(change, UndoResult.Outcome.RUNNING));
			progress.accept(new UndoResult(undone));
			step();
			undone.set(i, i == undone.size() - 1 && stays.isPresent()
					? new Undone(change, UndoResult.Outcome.FAILED, stays, Optional.empty())
					: undone(change, change.outcome() == JournalRun.Outcome.BEGUN ? UndoResult.Outcome.NOT_THERE
							: UndoResult.Outcome.UNDONE));
			there.remove(change.itemId());
		}
		if (stays.isEmpty()) {
			journal.undone(run.id());
		}
		return new UndoResult(undone);
	}

	private static Undone undone(JournalRun.Change change, UndoResult.Outcome outcome) {
		return new Undone(change, outcome, Optional.empty(), Optional.empty());
	}

	@Override
	public AdminSession signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		ask(request.method(), prompt);
		asked.add(request.scopes());
		fail(next(signIns, monitor));
		openSessions.incrementAndGet();
		return new Session(request.tenant(), request.scopes());
	}

	private static void ask(SignInMethod method, SignInPrompt prompt) throws RegistrationException {
		if (method == SignInMethod.DEVICE_CODE) {
			prompt.show(new SignInPrompt.DeviceCode("FJ6H2KQTN", URI.create("https://microsoft.com/devicelogin"),
					Instant.now().plus(Duration.ofMinutes(15))));
		} else if (!prompt.open(new SignInPrompt.BrowserPage(
				URI.create("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?state=x"),
				Instant.now().plus(Duration.ofMinutes(5))))) {
			throw new RegistrationException(Failure.of(Reason.BROWSER_UNAVAILABLE));
		}
	}

	private static <T> T next(BlockingQueue<T> queue, IProgressMonitor monitor) {
		try {
			T next = null;
			while (next == null) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				next = queue.poll(20, TimeUnit.MILLISECONDS);
			}
			return next;
		} catch (InterruptedException e) {
			throw new OperationCanceledException();
		}
	}

	@Override
	public RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor)
			throws RegistrationException {
		plans.incrementAndGet();
		fail(noPlan);
		List<PlanItem> items = new ArrayList<>();
		items.add(new PlanItem.AddCertificate(standing(toDo(PlanItem.AddCertificate.ID)), "CN=Latchkey",
				"8F3C0A5D19E27B64C1D0AA5572E94B36F8810CDE", Instant.now().plus(Duration.ofDays(365))));
		List<PermissionNeed> needs = request.profile().permissions(request.services(), request.tenant().cloud());
		items.add(new PlanItem.DeclarePermissions(standing(toDo(PlanItem.DeclarePermissions.ID)), needs));
		for (PermissionNeed need : needs) {
			items.add(grant(need));
		}
		request.profile().directoryRoles(request.services(), request.tenant().cloud()).forEach(
				need -> items.add(new PlanItem.AssignDirectoryRole(standing(toDo(PlanItem.AssignDirectoryRole.id(need))), need)));
		items.add(new PlanItem.RemoveCertificate(standing(PlanItem.State.OFFERED), EXPIRED));
		return new RegistrationPlan(request, new Application("Contoso Backup", "0b7e", List.of(EXPIRED,
				new ExistingCertificate("k2", "CN=Backup 2026", "A2", Optional.of(Instant.parse("2027-03-01T00:00:00Z")))),
				List.of(new ExtraPermission("Microsoft Graph", "Mail.Read"))), policy, items, Optional.empty());
	}

	private PlanItem.State toDo(String id) {
		return there.contains(id) ? PlanItem.State.DONE : PlanItem.State.TO_DO;
	}

	private static Standing standing(PlanItem.State state) {
		return new Standing(state, Optional.empty(), "Application Administrator", List.of(new GraphRequest("PATCH",
				URI.create("https://graph.microsoft.com/v1.0/applications/0b7e"), "{\n  \"keyCredentials\": []\n}")));
	}

	private PlanItem grant(PermissionNeed need) {
		boolean granted = need.value().equals("Directory.Read.All") || there.contains(PlanItem.GrantPermission.id(need));
		boolean denied = forbidden.isPresent() && need.resource().name().equals("Microsoft Graph") && !granted;
		PlanItem.State state = granted ? PlanItem.State.DONE : denied ? PlanItem.State.NOT_ALLOWED : PlanItem.State.TO_DO;
		return new PlanItem.GrantPermission(new Standing(state, denied ? forbidden : Optional.empty(),
				"Privileged Role Administrator", List.of()), need);
	}

	@Override
	public RegistrationResult apply(RegistrationPlan plan, AdminSession session, Consumer<RegistrationResult> progress,
			IProgressMonitor monitor) {
		List<ItemResult> results = new ArrayList<>();
		Optional<UUID> run = plan.continues();
		plan.items().forEach(item -> results.add(result(item, WAITING)));
		for (int i = 0; i < results.size(); i++) {
			PlanItem item = plan.items().get(i);
			if (item.state() != PlanItem.State.TO_DO) {
				results.set(i, result(item, item.state() == PlanItem.State.DONE ? ALREADY_DONE : NOT_ATTEMPTED));
			} else if (monitor.isCanceled()) {
				results.set(i, result(item, NOT_ATTEMPTED));
			} else {
				results.set(i, new ItemResult(item, RUNNING, Duration.ZERO, i == 0 ? waiting : Optional.empty(), Optional.empty()));
				progress.accept(new RegistrationResult(results, run));
				step();
				run = run.or(() -> Optional.of(journal.begin(plan)));
				journal.wrote(run.get(), item);
				there.add(item.id());
				results.set(i, result(item, DONE));
			}
			progress.accept(new RegistrationResult(results, run));
		}
		return new RegistrationResult(results, run);
	}

	/** A write that has begun is finished, whether cancelled or not. */
	private void step() {
		if (stepwise) {
			try {
				steps.take();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static ItemResult result(PlanItem item, ItemResult.Outcome outcome) {
		return new ItemResult(item, outcome, Duration.ofMillis(outcome == DONE ? 240 : 0), Optional.empty(), item.obstacle());
	}

	@Override
	public Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied,
			Consumer<Verification> progress, IProgressMonitor monitor) {
		List<Check> checks = new ArrayList<>();
		Subject.of(request).forEach(subject -> checks.add(check(subject, granted(request, subject))));
		List<Check> told = new ArrayList<>();
		boolean failed = false;
		for (Check check : checks) {
			if (refused.isPresent() && check.subject().needsAccount()) {
				told.add(new Check(check.subject(), State.FAILED, Duration.ofSeconds(75), List.of(), check.granted(), Optional.empty(), refused));
				failed = true;
			} else {
				told.add(failed ? new Check(check.subject(), State.SKIPPED, Duration.ZERO, List.of(), List.of(), Optional.empty(), Optional.empty()) : check);
			}
			if (stepwise) {
				next(steps, monitor);
			}
			progress.accept(new Verification(told, Optional.empty()));
		}
		return new Verification(told, Optional.of("Contoso Ltd"));
	}

	private static List<String> granted(RegistrationRequest request, Subject subject) {
		Resource resource = switch (subject) {
		case EXCHANGE_WEB_SERVICES, EXCHANGE_ADMINISTRATION -> Resource.EXCHANGE_ONLINE;
		case SHAREPOINT -> Resource.SHAREPOINT_ONLINE;
		default -> Resource.MICROSOFT_GRAPH;
		};
		return request.profile().permissions(request.services(), request.tenant().cloud()).stream()
				.filter(need -> need.resource().equals(resource)).map(need -> need.resource().name() + ": " + need.value()).toList();
	}

	private static Check check(Subject subject, List<String> granted) {
		return new Check(subject, State.PASSED, Duration.ofMillis(830), granted, List.of(), Optional.empty(), Optional.empty());
	}

	static Failure failure(Reason reason, String... arguments) {
		return new Failure(reason, List.of(arguments), "AADSTS700027", "0c1c3c3e-5d5f-4f6a-9a52-7c1d35a7a000", Instant.now());
	}

	private final class Session implements AdminSession {

		private final Tenant tenant;
		private final Set<AdminScope> scopes = ConcurrentHashMap.newKeySet();
		private boolean open = true;

		Session(Tenant tenant, Set<AdminScope> scopes) {
			this.tenant = tenant;
			this.scopes.addAll(scopes);
		}

		@Override
		public String userName() {
			return "admin@" + tenant.domain();
		}

		@Override
		public Tenant tenant() {
			return tenant;
		}

		@Override
		public Set<String> roleTemplateIds() {
			return roles;
		}

		@Override
		public Set<AdminScope> scopes() {
			return Set.copyOf(scopes);
		}

		@Override
		public void close() {
			if (open) {
				open = false;
				openSessions.decrementAndGet();
			}
		}
	}
}
