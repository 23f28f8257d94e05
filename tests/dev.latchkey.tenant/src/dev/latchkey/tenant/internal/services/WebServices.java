package dev.latchkey.tenant.internal.services;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.MatchResult;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Exchange Web Services as far as one harmless {@code GetFolder} of an application needs. */
final class WebServices {

	private static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";
	private static final String MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages";

	private final World world;
	private final ServiceTokens tokens;
	private final Resources resources;

	WebServices(World world, ServiceTokens tokens, Resources resources) {
		this.world = world;
		this.tokens = tokens;
		this.resources = resources;
	}

	Answer answer(Request request, MatchResult path) {
		Optional<JsonObject> claims = tokens.claims(request, resources::isExchange);
		if (claims.isEmpty()) {
			return Answer.empty(401).with("WWW-Authenticate", "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\","
					+ " trusted_issuers=\"00000001-0000-0000-c000-000000000000@*\", token_types=\"app_asserted_user_v1"
					+ " service_asserted_app_v1\", error=\"invalid_token\"");
		}
		if (!ServiceTokens.hasRole(claims.get(), "full_access_as_app")) {
			return Answer.empty(403).with("x-ms-diagnostics",
					"2000008;reason=\"The token contains not enough scopes or roles to make this call.\";"
							+ "error_category=\"invalid_grant\"");
		}
		Tenant tenant = world.tenant(Json.text(claims.get(), "tid")).orElseThrow();
		if (!tenant.mailboxes().allowsWebServices(Json.text(claims.get(), "appid"))) {
			return Answer.empty(403);
		}
		Optional<Document> document = parse(request.text());
		if (document.isEmpty()) {
			return fault("ErrorSchemaValidation", "The request failed schema validation.");
		}
		return folder(document.get(), tenant);
	}

	private static Answer folder(Document document, Tenant tenant) {
		Optional<String> mailbox = text(document, "PrimarySmtpAddress").or(() -> text(document, "PrincipalName"))
				.or(() -> text(document, "SmtpAddress"));
		if (document.getElementsByTagNameNS(TYPES, "ExchangeImpersonation").getLength() == 0 || mailbox.isEmpty()) {
			return fault("ErrorImpersonationRequired",
					"ExchangeImpersonation SOAP header must be present for this type of OAuth token.");
		}
		Optional<Account> account = tenant.account(mailbox.get()).filter(Account::licensed);
		if (account.isEmpty()) {
			return fault("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");
		}
		if (tenant.mailboxes().restricts(account.get())) {
			return fault("ErrorAccessDenied", "Access is denied. Check credentials and try again.");
		}
		if (document.getElementsByTagNameNS(MESSAGES, "GetFolder").getLength() == 0) {
			return fault("ErrorInvalidRequest", "The simulated tenant serves GetFolder only.");
		}
		return soap(200, "<m:GetFolderResponse xmlns:m=\"" + MESSAGES + "\" xmlns:t=\"" + TYPES
				+ "\"><m:ResponseMessages><m:GetFolderResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError"
				+ "</m:ResponseCode><m:Folders><t:Folder><t:FolderId Id=\"AAMkAD\" ChangeKey=\"AQAAAB\"/>"
				+ "<t:DisplayName>Inbox</t:DisplayName><t:TotalCount>3</t:TotalCount><t:ChildFolderCount>0"
				+ "</t:ChildFolderCount><t:UnreadCount>1</t:UnreadCount></t:Folder></m:Folders>"
				+ "</m:GetFolderResponseMessage></m:ResponseMessages></m:GetFolderResponse>");
	}

	private static Answer fault(String code, String message) {
		return soap(500, "<s:Fault><faultcode xmlns:a=\"" + TYPES + "\">a:" + code + "</faultcode><faultstring"
				+ " xml:lang=\"en-US\">" + message + "</faultstring><detail><e:ResponseCode"
				+ " xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">" + code
				+ "</e:ResponseCode><e:Message xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">"
				+ message + "</e:Message></detail></s:Fault>");
	}

	private static Answer soap(int status, String body) {
		return Answer.text(status, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
				+ "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body
				+ "</s:Body></s:Envelope>");
	}

	private static Optional<String> text(Document document, String name) {
		NodeList nodes = document.getElementsByTagNameNS(TYPES, name);
		return nodes.getLength() == 0 ? Optional.empty() : Optional.of(nodes.item(0).getTextContent().trim());
	}

	private static Optional<Document> parse(String text) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			var builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			return Optional.of(builder.parse(new InputSource(new StringReader(text))));
		} catch (SAXException | IOException e) {
			return Optional.empty();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
	}
}
