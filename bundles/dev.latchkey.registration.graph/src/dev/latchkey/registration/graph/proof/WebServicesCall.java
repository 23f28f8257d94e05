package dev.latchkey.registration.graph.proof;

import java.io.StringReader;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.errors.ErrorCatalogue;
import dev.latchkey.registration.graph.errors.Side;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Asks Exchange Web Services for one inbox, as the application that stands in for the mailbox's owner. Refusals are told
 * apart by the SOAP response code, the number in {@code x-ms-diagnostics} and the status, in this order.
 */
final class WebServicesCall {

	private static final MediaType XML = MediaType.get("text/xml; charset=utf-8"); //$NON-NLS-1$

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

	private final Tries tries;
	private final HttpUrl url;
	private final String account;
	private final String applicationId;
	private final ServiceHttp http;

	/** @param account a user principal name */
	WebServicesCall(Tries tries, HttpUrl exchange, String account, String applicationId) {
		this.tries = tries;
		this.url = exchange.newBuilder().addPathSegments("EWS/Exchange.asmx").build(); //$NON-NLS-1$
		this.account = account;
		this.applicationId = applicationId;
		this.http = new ServiceHttp(tries, Side.WEB_SERVICES, Service.EXCHANGE.productName());
	}

	/** @param token carries the role that these services want */
	void run(String token) throws Refusal {
		tries.call(() -> {
			ServiceHttp.Answer answer = http.send(new Request.Builder().url(url).header("Accept", "text/xml") //$NON-NLS-1$ //$NON-NLS-2$
					.header("X-AnchorMailbox", account) //$NON-NLS-1$
					.post(RequestBody.create(String.format(ENVELOPE, escaped(account)).strip(), XML)), token);
			String code = responseCode(answer.text());
			if (!answer.successful() || !"NoError".equals(code)) { //$NON-NLS-1$
				throw refusal(answer, code);
			}
			return answer;
		});
	}

	/** The same refusal when the organization itself allows the application. */
	Failure restricted(Refusal refusal) {
		Failure failure = refusal.failure();
		return new Failure(Reason.MAILBOX_RESTRICTED, List.of(account, applicationId), failure.code(),
				failure.correlationId(), failure.time());
	}

	private Refusal refusal(ServiceHttp.Answer answer, String code) {
		boolean known = code.isEmpty() || ErrorCatalogue.reason(Side.WEB_SERVICES, code).isPresent();
		Reason reason = known ? http.reason(answer, code, answer.diagnostics()) : Reason.SERVICE_REFUSED;
		return switch (reason) {
		case MAILBOX_MISSING -> http.refusal(answer, reason, code, account);
		case MAILBOX_RESTRICTED -> http.refusal(answer, reason, code, account, applicationId);
		case EWS_DISABLED -> http.refusal(answer, reason, "", applicationId); //$NON-NLS-1$
		case SERVICE_REFUSED -> http.refusal(answer, reason, code, Service.EXCHANGE.productName());
		default -> http.refusal(answer);
		};
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
