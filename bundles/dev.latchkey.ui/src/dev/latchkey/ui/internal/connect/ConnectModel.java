package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.connection.ClientCertificates;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AccountText;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Subject;

/**
 * Everything that one run of the wizard knows: what was entered, and what was found with it. Whatever was found is dropped
 * as soon as something that it depends on is entered anew; another organization signs the administrator out.
 */
public final class ConnectModel extends SignInModel {

	private final Optional<Connection> edited;
	private final ConnectInput input;

	private List<Object> organizationKey;
	private List<Object> requestKey;
	private Optional<Tenant> tenant = Optional.empty();
	private Optional<RegionChange> regionChange = Optional.empty();
	private Optional<RegistrationPlan> plan = Optional.empty();
	private Optional<Verification> verification = Optional.empty();
	private final Runs runs = new Runs();
	private Optional<Set<AdminScope>> scopes = Optional.empty();
	private List<JournalRun> undoing = List.of();
	private boolean tenantChanged;
	private boolean saveUnverified;

	/** A model for a new connection. */
	public ConnectModel(PermissionProfile profile, Cloud cloud) {
		this(new ConnectInput(cloud, profile), Optional.empty());
	}

	/** A model with the values of a connection; its certificate is looked up by who opens the wizard. */
	public static ConnectModel editing(PermissionProfile profile, Cloud cloud, Connection connection) {
		ConnectInput input = new ConnectInput(cloud, profile);
		for (Service service : Service.values()) {
			input.use(service, connection.services().contains(service));
		}
		input.setAccount(connection.account().orElse("")); //$NON-NLS-1$
		input.setOrganization(connection.domain());
		input.setApplicationId(connection.applicationId());
		return new ConnectModel(input, Optional.of(connection));
	}

	private ConnectModel(ConnectInput input, Optional<Connection> edited) {
		this.input = input;
		this.edited = edited;
		organizationKey = input.organizationKey();
		requestKey = input.requestKey();
		input.addListener(this::inputChanged);
	}

	private void inputChanged() {
		List<Object> organization = input.organizationKey();
		if (input.domain().isPresent() && !organization.equals(organizationKey)) {
			organizationKey = organization;
			tenant = Optional.empty();
			regionChange = Optional.empty();
			signOut();
		}
		List<Object> request = input.requestKey();
		if (!request.equals(requestKey)) {
			requestKey = request;
			scopes = Optional.empty();
			runs.separate();
			forgetResults();
		}
		changed();
	}

	public ConnectInput input() {
		return input;
	}

	/** The connection that is edited; empty for a new one. */
	public Optional<Connection> edited() {
		return edited;
	}

	@Override
	public Optional<Tenant> tenant() {
		return tenant;
	}

	/**
	 * Takes the organization that was found. Where it lives is where it is connected, whatever region was chosen: the input
	 * follows. When that asks for another input, the organization has to be searched again.
	 */
	public void located(Tenant found) {
		Optional<String> searched = input.domain();
		Cloud chosen = input.cloud();
		Set<Service> dropped = new HashSet<>(input.services());
		input.setCloud(found.cloud());
		dropped.removeAll(input.services());
		tenant = Optional.of(found).filter(there -> input.domain().equals(searched));
		if (!found.cloud().equals(chosen)) {
			regionChange = Optional.of(new RegionChange(found.domain(), found.cloud(), dropped));
		}
		changed();
	}

	/** That the region was changed to the organization's own; empty when the right one was chosen. */
	Optional<RegionChange> regionChange() {
		return regionChange;
	}

	@Override
	protected Optional<String> regionNote() {
		return regionChange.map(RegionChange::text);
	}

	@Override
	protected void signedOut() {
		forgetResults();
	}

	public Optional<RegistrationPlan> plan() {
		return plan;
	}

	/** Takes a plan, which goes on with what this wizard has done already. */
	public void planned(RegistrationPlan made) {
		plan = Optional.of(runs.current().map(made::continuing).orElse(made));
		changed();
	}

	/** Forgets plan and proof, because the tenant may be different now. */
	public void forgetResults() {
		plan = Optional.empty();
		verification = Optional.empty();
		saveUnverified = false;
	}

	/** Whether this wizard has written to the tenant, so that a plan made before is out of date. */
	public boolean tenantChanged() {
		return tenantChanged;
	}

	/** Something was, or may have been, written in that run. */
	public void wrote(Optional<UUID> run) {
		tenantChanged = true;
		run.ifPresent(runs::wrote);
	}

	/** The runs of this wizard. */
	Runs runs() {
		return runs;
	}

	@Override
	public Set<AdminScope> scopes() {
		return scopes.orElseGet(() -> AdminScope.neededFor(request()));
	}

	/** Asks the next administrator for no more than this. */
	public void askFor(Set<AdminScope> needed) {
		scopes = Optional.of(needed);
	}

	/** The runs that are to be taken back; empty while a connection is to be made. */
	List<JournalRun> undoing() {
		return undoing;
	}

	/** Goes over to taking these back, or with none of them back to connecting. */
	void undo(List<JournalRun> runs) {
		if (!undoing.equals(runs)) {
			undoing = List.copyOf(runs);
			scopes = Optional.empty();
		}
		changed();
	}

	/** Something was, or may have been, taken back. */
	void undid(boolean everything) {
		tenantChanged = true;
		List<UUID> ids = undoing.stream().map(JournalRun::id).toList();
		if (everything) {
			runs.undone(ids);
		} else {
			runs.stillThere(ids);
		}
	}

	/** Forgets where the organization was found, and whoever signed in there. */
	void forgetTenant() {
		tenant = Optional.empty();
		runs.separate();
		undo(List.of());
		signOut();
	}

	/** Takes what the edited connection was made with, so that it need not be entered or searched again. */
	void remember(Remembered from) {
		Connection connection = edited.orElseThrow();
		input.setCertificate(from.certificate());
		if (input.domain().isPresent()) {
			located(new Tenant(from.cloud().orElseThrow(), connection.tenantId(), connection.domain()));
		}
	}

	/** Takes everything from an interrupted run, which the next plan goes on with. */
	void resume(JournalRun run, Remembered from) {
		undo(List.of());
		input.setCloud(from.cloud().orElseThrow());
		List.of(Service.values()).forEach(service -> input.use(service, run.services().contains(service)));
		input.setAccount(run.account().orElse("")); //$NON-NLS-1$
		input.setOrganization(run.domain());
		input.setApplicationId(run.applicationId());
		input.setCertificate(from.certificate());
		input.setProfile(from.profile().orElseThrow());
		input.setGrant(true);
		located(new Tenant(from.cloud().orElseThrow(), run.tenantId(), run.domain()));
		runs.goOnWith(run.id());
	}

	public Optional<Verification> verification() {
		return verification;
	}

	public void verified(Optional<Verification> proof) {
		verification = proof;
		saveUnverified = false;
		changed();
	}

	public boolean proven() {
		return verification.filter(Verification::proven).isPresent();
	}

	/** Whether the administrator has chosen to save without a proof. */
	public boolean saveUnverified() {
		return saveUnverified;
	}

	public void setSaveUnverified(boolean save) {
		saveUnverified = save;
		changed();
	}

	/** What will be verified; empty as long as tenant or certificate are unknown. */
	public List<Subject> subjects() {
		return tenant.isPresent() && input.certificate().isPresent() ? Subject.of(request()) : List.of();
	}

	@Override
	protected boolean scopesKnown() {
		return !subjects().isEmpty();
	}

	/** What to plan and to verify; tenant and certificate must be there. */
	public RegistrationRequest request() {
		return new RegistrationRequest(tenant.orElseThrow(), account(), input.services(), input.application().value(),
				ClientCertificates.of(input.certificate().orElseThrow()), input.profile());
	}

	/**
	 * The connection to save.
	 *
	 * @param others the connections that there are: the organization's through the same application is replaced
	 */
	public Connection connection(Collection<Connection> others) {
		CertificateEntry entry = input.certificate().orElseThrow();
		Tenant found = tenant.orElseThrow();
		Optional<Connection> old = edited.map(mine -> others.stream().filter(other -> other.id().equals(mine.id())).findFirst()
				.orElseGet(() -> mine.revised(0))).or(() -> others.stream()
				.filter(other -> other.isThrough(found.cloud().id(), found.id(), input.application().value())).findFirst());
		Optional<String> organization = verification.flatMap(Verification::organizationName);
		String name = old.filter(mine -> mine.tenantId().equals(found.id())).map(mine -> mine.nameBeside(organization))
				.or(() -> organization).orElse(found.domain());
		return new Connection(old.map(Connection::id).orElseGet(UUID::randomUUID), old.map(Connection::revision).orElse(0L),
				name, found.cloud().id(), found.id(), found.domain(), account(), input.application().value(),
				objectId(old), entry.reference(), entry.certificate().getNotAfter().toInstant(),
				old.map(Connection::retired).orElse(List.of()), input.services(), input.profile().id(),
				proven() ? Proof.of(request(), Instant.now()) : Proof.NONE);
	}

	private Optional<String> objectId(Optional<Connection> old) {
		return plan().map(RegistrationPlan::applicationObjectId)
				.or(() -> old.filter(connection -> connection.applicationId().equals(input.application().value()))
						.flatMap(Connection::applicationObjectId));
	}

	private Optional<String> account() {
		return input.needsAccount() ? Optional.of(AccountText.of(input.account()).value()) : Optional.empty();
	}
}
