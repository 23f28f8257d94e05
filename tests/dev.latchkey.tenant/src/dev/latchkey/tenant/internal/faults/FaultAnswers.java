package dev.latchkey.tenant.internal.faults;

import java.util.Map;
import java.util.Optional;

import dev.latchkey.tenant.FaultAnswer;
import dev.latchkey.tenant.internal.entra.EntraError;
import dev.latchkey.tenant.internal.graph.GraphError;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Makes the answers of faults. */
public final class FaultAnswers {

	private FaultAnswers() {
	}

	public static Answer answer(FaultAnswer fault, Request request) {
		Answer answer = plain(fault, request);
		for (Map.Entry<String, String> header : fault.headers().entrySet()) {
			answer = answer.with(header.getKey(), header.getValue());
		}
		return answer;
	}

	private static Answer plain(FaultAnswer fault, Request request) {
		if (fault.aadsts() != 0) {
			return EntraError.of(fault.aadsts(), fault.body(), "-", "-").answer(request,
					Optional.of(fault.status()).filter(s -> s != 0));
		}
		return fault.graphCode().isEmpty()
				? Answer.text(fault.status(), "application/json; charset=utf-8", fault.body())
				: new GraphError(fault.status(), fault.graphCode(), fault.body()).answer(request);
	}
}
