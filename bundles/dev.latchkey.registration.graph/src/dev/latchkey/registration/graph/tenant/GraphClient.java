package dev.latchkey.registration.graph.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.function.Function;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.JsonSerializationWriterFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.entra.Tokens;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Call;

/**
 * Microsoft Graph as one session sees it during one operation. Requests are made by the SDK's request builders and sent
 * here: reads end when the operation is cancelled, writes are finished. Nothing is tried again here.
 */
public final class GraphClient {

	/** Where the paths of requests begin. */
	static final String VERSION = "/v1.0"; //$NON-NLS-1$

	private static final HashMap<String, ParsableFactory<? extends Parsable>> ERRORS = new HashMap<>();

	static {
		ERRORS.put("XXX", GraphFault::create); //$NON-NLS-1$
	}

	private final OkHttpRequestAdapter reads;
	private final OkHttpRequestAdapter writes;
	private final GraphFaults faults;

	public GraphClient(Cloud cloud, Operation operation, Tokens tokens) {
		GraphLogin login = new GraphLogin(cloud.graph(), tokens);
		this.reads = adapter(cloud, login, operation.reads());
		this.writes = adapter(cloud, login, operation.writes());
		this.faults = new GraphFaults(operation.correlationId());
	}

	private static OkHttpRequestAdapter adapter(Cloud cloud, GraphLogin login, Call.Factory calls) {
		OkHttpRequestAdapter adapter = new OkHttpRequestAdapter(login, new JsonParseNodeFactory(),
				new JsonSerializationWriterFactory(), calls);
		adapter.setBaseUrl(cloud.graph() + VERSION);
		return adapter;
	}

	/** For the SDK's request builders. */
	public RequestAdapter adapter() {
		return reads;
	}

	/** For the SDK's request builders. */
	public HashMap<String, Object> root() {
		HashMap<String, Object> parameters = new HashMap<>();
		parameters.put("baseurl", reads.getBaseUrl()); //$NON-NLS-1$
		return parameters;
	}

	/** A request that no builder of the SDK makes right. */
	public RequestInformation request(HttpMethod method, String path) {
		return new RequestInformation(method, "{+baseurl}" + path, root()); //$NON-NLS-1$
	}

	public <T extends Parsable> T read(RequestInformation request, ParsableFactory<T> factory) throws Refusal {
		return translated(adapter -> adapter.send(request, ERRORS, factory), reads);
	}

	/** Reads JSON as it is, for what must be sent back as it was. */
	public JsonObject read(RequestInformation request) throws Refusal {
		InputStream body = translated(adapter -> adapter.sendPrimitive(request, ERRORS, InputStream.class), reads);
		try (Reader reader = new InputStreamReader(body, StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader).getAsJsonObject();
		} catch (IOException | RuntimeException e) {
			throw faults.translate(new IllegalStateException(e));
		}
	}

	<T extends Parsable> T write(GraphWrite write, ParsableFactory<T> factory) throws Refusal {
		RequestInformation request = request(write);
		return translated(adapter -> adapter.send(request, ERRORS, factory), writes);
	}

	public void write(GraphWrite write) throws Refusal {
		RequestInformation request = request(write);
		translated(adapter -> adapter.sendPrimitive(request, ERRORS, Void.class), writes);
	}

	private RequestInformation request(GraphWrite write) {
		RequestInformation request = request(write.method(), write.path());
		request.headers.tryAdd("Accept", "application/json"); //$NON-NLS-1$ //$NON-NLS-2$
		write.body().ifPresent(body -> request.setStreamContent(
				new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)), "application/json")); //$NON-NLS-1$
		return request;
	}

	private <T> T translated(Function<OkHttpRequestAdapter, T> call, OkHttpRequestAdapter adapter) throws Refusal {
		try {
			return call.apply(adapter);
		} catch (RuntimeException e) {
			throw faults.translate(e);
		}
	}
}
