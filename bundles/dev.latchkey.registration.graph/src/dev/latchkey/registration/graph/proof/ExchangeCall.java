package dev.latchkey.registration.graph.proof;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Answers;
import dev.latchkey.registration.graph.net.NetworkException;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Asks Exchange Web Services for the name of one inbox, as the application that stands in for the mailbox's owner. */
final class ExchangeCall {

	private static final MediaType XML = MediaType.get("text/xml; charset=utf-8"); //$NON-NLS-1$

	private static final Set<String> NO_MAILBOX = Set.of("ErrorNonExistentMailbox", "ErrorMissingEmailAddress", //$NON-NLS-1$ //$NON-NLS-2$
			"ErrorInvalidUserPrincipalName"); //$NON-NLS-1$

	private static final String ENVELOPE = """
			<?xml version="1.0" encoding="utf-8"?>
			<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
			 xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"
			 xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
			<s:Header><t:RequestServerVersion Version="Exchange2016"/><t:ExchangeImpersonation><t:ConnectingSID>
			<t:PrincipalName>%s</t:PrincipalName></t:ConnectingSID></t:ExchangeImpersonation></s:Header>
			<s:Body><m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape>
			<m:FolderIds><t:DistinguishedFolderId Id="inbox"/></m:FolderIds></m:GetFolder></s:Body></s:Envelope>
			"""; //$NON-NLS-1$

	private final Operation operation;
	private final HttpUrl url;
	private final String account;

	/** @param account a user principal name */
	ExchangeCall(Operation operation, HttpUrl exchange, String account) {
		this.operation = operation;
		this.url = exchange.newBuilder().addPathSegments("EWS/Exchange.asmx").build(); //$NON-NLS-1$
		this.account = account;
	}

	void run(String token) throws Refusal {
		Request request = new Request.Builder().url(url).header("Authorization", "Bearer " + token) //$NON-NLS-1$ //$NON-NLS-2$
				.header("Accept", "text/xml").header("X-AnchorMailbox", account) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.post(RequestBody.create(String.format(ENVELOPE, escaped(account)).strip(), XML)).build();
		try (Response response = operation.reads().newCall(request).execute()) {
			String code = responseCode(Answers.text(response));
			if (!response.isSuccessful() || !"NoError".equals(code)) { //$NON-NLS-1$
				throw refusal(response.code(), code);
			}
		} catch (NetworkException e) {
			throw new Refusal(e);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private Refusal refusal(int status, String code) {
		Reason reason = Reason.SERVICE_REFUSED;
		String argument = Service.EXCHANGE.productName();
		if (NO_MAILBOX.contains(code)) {
			reason = Reason.MAILBOX_MISSING;
			argument = account;
		} else if (status == 429 || status >= 500 && code.isEmpty()) {
			reason = status == 429 ? Reason.THROTTLED : Reason.SERVICE_FAULT;
		}
		Failure failure = new Failure(reason, List.of(argument), code.isEmpty() ? "HTTP " + status : code, //$NON-NLS-1$
				operation.correlationId(), Instant.now());
		return new Refusal(failure, code.isEmpty() ? status : 0, Optional.empty(), null);
	}

	/** The content of the first element of that name, which answers and faults have alike; empty when there is none. */
	private static String responseCode(String xml) {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT && "ResponseCode".equals(reader.getLocalName())) { //$NON-NLS-1$
					return reader.getElementText();
				}
			}
			return ""; //$NON-NLS-1$
		} catch (XMLStreamException e) {
			return ""; //$NON-NLS-1$
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}
}
