package dev.latchkey.tenant.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLContext;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.BrowserSignIns;
import dev.latchkey.tenant.DeviceCodes;
import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.Faults;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;
import dev.latchkey.tenant.Scenario;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantDirectory;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.tenant.Turns;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.OpenDirectory;
import dev.latchkey.tenant.internal.directory.ScenarioReader;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.AuthorityServer;
import dev.latchkey.tenant.internal.entra.BrowserRefusals;
import dev.latchkey.tenant.internal.entra.DeviceCodeStore;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.entra.TokenSigner;
import dev.latchkey.tenant.internal.faults.FaultAnswers;
import dev.latchkey.tenant.internal.faults.FaultReader;
import dev.latchkey.tenant.internal.graph.Demands;
import dev.latchkey.tenant.internal.graph.GraphServer;
import dev.latchkey.tenant.internal.http.ActiveFaults;
import dev.latchkey.tenant.internal.http.Recorder;
import dev.latchkey.tenant.internal.http.Router;
import dev.latchkey.tenant.internal.http.Traffic;
import dev.latchkey.tenant.internal.record.HarFile;
import dev.latchkey.tenant.internal.services.ServiceServers;
import dev.latchkey.tenant.internal.services.ServiceTokens;
import dev.latchkey.tenant.internal.tls.LocalAuthority;

/** Puts the parts together. */
public final class RunningTenant implements SimulatedTenant {

	private final TenantOptions options;
	private final AdjustableClock clock = new AdjustableClock();
	private final Catalogue catalogue = new Catalogue();
	private final FaultReader faultReader = new FaultReader();
	private final ActiveFaults faults = new ActiveFaults(faultReader::named);
	private final Recorder recorder = new Recorder();
	private final Map<Origin, Router> routers = new EnumMap<>(Origin.class);
	private final AtomicBoolean closed = new AtomicBoolean();
	private final LocalAuthority tls;
	private final World world;
	private final Traffic traffic;
	private final Servers servers;
	private final Endpoints endpoints;
	private final DeviceCodeStore deviceCodes;
	private final Demands demands = new Demands();
	private final BrowserRefusals browserRefusals = new BrowserRefusals();
	private final TenantFiles files;

	private RunningTenant(TenantOptions options) throws IOException, GeneralSecurityException {
		this.options = options;
		tls = new LocalAuthority();
		world = new ScenarioReader(clock, catalogue).read(options.scenario(), options.changes());
		addFaults();
		world.settings().demands().ifPresent(this::demand);
		traffic = new Traffic(clock, faults, recorder, r -> routers.get(r.origin()).route(r), FaultAnswers::answer);
		traffic.latency(options.latency());
		servers = new Servers(options.port(), tls.server(), traffic);
		endpoints = servers.endpoints();
		deviceCodes = new DeviceCodeStore(world, clock);
		route();
		files = TenantFiles.write(options.folder(), tls.pem(), endpoints);
		servers.start();
	}

	/** @see SimulatedTenant#start(TenantOptions) */
	public static RunningTenant start(TenantOptions options) throws IOException {
		try {
			return new RunningTenant(options);
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	private void addFaults() throws IOException {
		try {
			faultReader.all(world.faults()).forEach(faults::add);
		} catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
			throw new IOException("Not a scenario: " + e.getMessage(), e);
		}
	}

	private void demand(JsonObject claims) {
		demandClaims(Optional.of(Json.write(claims)));
	}

	private void route() throws GeneralSecurityException {
		TokenSigner signer = new TokenSigner(clock);
		Resources resources = new Resources(catalogue, endpoints);
		ServiceTokens tokens = new ServiceTokens(clock, signer);
		routers.put(Origin.AUTHORITY, AuthorityServer.router(world, clock, signer, resources, endpoints, deviceCodes,
				browserRefusals, options.autoSignIn()));
		routers.put(Origin.GRAPH, GraphServer.router(world, clock, signer, resources, catalogue, demands));
		routers.put(Origin.EXCHANGE, ServiceServers.exchange(world, tokens, resources, catalogue));
		routers.put(Origin.SHAREPOINT, ServiceServers.sharePoint(world, tokens, resources));
	}

	@Override
	public Endpoints endpoints() {
		return endpoints;
	}

	@Override
	public Scenario scenario() {
		return world.scenario();
	}

	@Override
	public X509Certificate ca() {
		return tls.root();
	}

	@Override
	public Path caFile() {
		return files.ca();
	}

	@Override
	public Path cloudFile() {
		return files.cloud();
	}

	@Override
	public SSLContext clientContext() {
		try {
			return tls.client();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public DeviceCodes deviceCodes() {
		return deviceCodes;
	}

	@Override
	public BrowserSignIns browserSignIns() {
		return browserRefusals;
	}

	@Override
	public Faults faults() {
		return faults;
	}

	@Override
	public TenantDirectory directory() {
		return directory(world.home().id());
	}

	@Override
	public TenantDirectory directory(String idOrDomain) {
		return world.tenant(idOrDomain).map(t -> new OpenDirectory(t, catalogue, clock))
				.orElseThrow(() -> new IllegalArgumentException("No tenant " + idOrDomain));
	}

	@Override
	public List<RecordedExchange> exchanges() {
		return recorder.all();
	}

	@Override
	public void forgetExchanges() {
		recorder.clear();
	}

	@Override
	public void latency(Duration value) {
		traffic.latency(value);
	}

	@Override
	public void graphLimit(int most, Duration span) {
		traffic.graphLimit(most, span);
	}

	@Override
	public void turns(Turns value) {
		traffic.turns(value);
	}

	@Override
	public void replicationDelay(Duration graph, Duration tokens) {
		world.tenants().forEach(t -> t.directory().delays(graph, tokens));
	}

	@Override
	public void clockOffset(Duration offset) {
		clock.offset(offset);
	}

	@Override
	public void demandClaims(Optional<String> claims) {
		demands.set(claims);
	}

	@Override
	public void revokeTokens() {
		long now = clock.instant().getEpochSecond();
		demandClaims(Optional.of("{\"access_token\":{\"nbf\":{\"essential\":true, \"value\":\"" + (now + 1) + "\"}}}"));
	}

	@Override
	public void close() {
		if (!closed.compareAndSet(false, true)) {
			return;
		}
		servers.stop();
		try {
			Optional<Path> har = options.record();
			if (har.isPresent()) {
				HarFile.write(recorder.all(), har.get());
			}
			files.remove();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
