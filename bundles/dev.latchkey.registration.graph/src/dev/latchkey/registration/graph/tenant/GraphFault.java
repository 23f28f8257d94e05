package dev.latchkey.registration.graph.tenant;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNode;
import com.microsoft.kiota.serialization.SerializationWriter;

/**
 * An error answer of Microsoft Graph. The SDK's own class breaks at a date without a time zone, which Graph sends; this
 * one reads what can be decided by and nothing else.
 */
final class GraphFault extends ApiException implements Parsable {

	private static final long serialVersionUID = 1;

	private String code = ""; //$NON-NLS-1$
	private String requestId = ""; //$NON-NLS-1$

	static GraphFault create(ParseNode node) {
		return new GraphFault();
	}

	String code() {
		return code;
	}

	/** Microsoft's id of the request, may be empty. */
	String requestId() {
		return requestId;
	}

	@Override
	public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
		Map<String, Consumer<ParseNode>> fields = new HashMap<>();
		fields.put("error", this::readError); //$NON-NLS-1$
		return fields;
	}

	private void readError(ParseNode error) {
		code = text(error, "code"); //$NON-NLS-1$
		ParseNode inner = error.getChildNode("innerError"); //$NON-NLS-1$
		if (inner != null) {
			requestId = text(inner, "request-id"); //$NON-NLS-1$
		}
	}

	private static String text(ParseNode node, String name) {
		ParseNode child = node.getChildNode(name);
		String text = child == null ? null : child.getStringValue();
		return text == null ? "" : text; //$NON-NLS-1$
	}

	@Override
	public void serialize(SerializationWriter writer) {
		throw new UnsupportedOperationException();
	}
}
