package dev.latchkey.tenant.internal.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** The query options of one request, applied to objects of one type. */
final class Query {

	private static final Set<String> KNOWN = Set.of("$select", "$filter", "$top", "$skiptoken", "$count");
	private static final int MOST = 999;

	private final Request request;
	private final String type;
	private final Types types;
	private final Map<String, String> options;
	private final Set<String> select;

	/**
	 * @throws GraphError
	 *             if an option is unknown or malformed
	 */
	Query(Request request, String type, Types types) {
		this.request = request;
		this.type = type;
		this.types = types;
		options = request.query();
		options.keySet().stream().filter(o -> o.startsWith("$") && !KNOWN.contains(o)).findFirst().ifPresent(o -> {
			throw new GraphError(400, "BadRequest", "The query parameter '" + o + "' is not supported.");
		});
		select = names(options.get("$select"));
		select.stream().filter(n -> !types.of(type).containsKey(n)).findFirst().ifPresent(n -> {
			throw new GraphError(400, "BadRequest",
					"Parsing OData Select and Expand failed: Could not find a property named '" + n
							+ "' on type 'microsoft.graph." + type + "'.");
		});
	}

	boolean selects(String property) {
		return select.contains(property);
	}

	/**
	 * @param context
	 *            path in the metadata document
	 * @return one object
	 */
	Answer single(int status, String context, JsonObject object) {
		JsonObject body = Json.object("@odata.context", context(context) + "/$entity");
		selected(object).entrySet().forEach(e -> body.add(e.getKey(), e.getValue()));
		return GraphAnswer.json(request, status, body);
	}

	/**
	 * @param pageSize
	 *            objects per page when the client names no number
	 * @param finish
	 *            last change of each object
	 * @return one page of the objects that the filter lets through, with the next page's address
	 */
	Answer page(String context, Stream<JsonObject> objects, int pageSize, UnaryOperator<JsonObject> finish) {
		Optional<String> filter = Optional.ofNullable(options.get("$filter"));
		List<JsonObject> all = filter.map(f -> objects.filter(Filter.parse(f, type, types))).orElse(objects).toList();
		int size = number("$top", pageSize);
		int from = Math.min(number("$skiptoken", 0), all.size());
		int to = Math.min(from + size, all.size());
		JsonObject body = Json.object("@odata.context", context(context));
		if ("true".equals(options.get("$count"))) {
			body.addProperty("@odata.count", all.size());
		}
		if (to < all.size()) {
			body.addProperty("@odata.nextLink", nextLink(to));
		}
		body.add("value", Json.array(all.subList(from, to).stream().map(finish).map(this::selected).toList()));
		return GraphAnswer.json(request, 200, body);
	}

	private JsonObject selected(JsonObject object) {
		if (select.isEmpty()) {
			return object;
		}
		JsonObject some = new JsonObject();
		select.forEach(n -> some.add(n, object.get(n)));
		return some;
	}

	private String context(String path) {
		String names = select.isEmpty() ? "" : '(' + String.join(",", select) + ')';
		return request.base() + "/v1.0/$metadata#" + path + names;
	}

	private String nextLink(int from) {
		Map<String, String> next = new LinkedHashMap<>(options);
		next.put("$skiptoken", Integer.toString(from));
		String query = next.entrySet().stream()
				.map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
				.collect(Collectors.joining("&"));
		return request.base() + request.uri().getRawPath() + '?' + query;
	}

	private int number(String option, int otherwise) {
		String value = options.get(option);
		if (value == null) {
			return otherwise;
		}
		if (!value.matches("\\d{1,6}") || option.equals("$top") && (value.equals("0") || Integer.parseInt(value) > MOST)) {
			throw new GraphError(400, "BadRequest", "Invalid value '" + value + "' for " + option + " query option.");
		}
		return Integer.parseInt(value);
	}

	private static Set<String> names(String list) {
		return list == null ? Set.of()
				: Stream.of(list.split(",")).map(String::trim).filter(n -> !n.isEmpty())
						.collect(Collectors.toCollection(LinkedHashSet::new));
	}
}
