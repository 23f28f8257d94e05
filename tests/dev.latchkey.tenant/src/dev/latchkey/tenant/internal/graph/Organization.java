package dev.latchkey.tenant.internal.graph;

import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Certificates;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** What belongs to the organization as a whole. */
final class Organization {

	private final Access access;
	private final Types types;
	private final int pageSize;

	Organization(Access access, Types types, int pageSize) {
		this.access = access;
		this.types = types;
		this.pageSize = pageSize;
	}

	Answer list(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_ORGANIZATION);
		return new Query(request, "organization", types).page("organization",
				caller.directory().all(Table.ORGANIZATION), pageSize, o -> o);
	}

	Answer get(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_ORGANIZATION);
		JsonObject organization = caller.directory().byId(Table.ORGANIZATION, path.group(1))
				.orElseThrow(() -> GraphError.notFound(path.group(1)));
		return new Query(request, "organization", types).single(200, "organization", organization);
	}

	Answer skus(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_SKUS);
		return new Query(request, "subscribedSku", types).page("subscribedSkus", caller.directory().all(Table.SKUS),
				pageSize, o -> o);
	}

	Answer policy(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_POLICY);
		return new Query(request, "tenantAppManagementPolicy", types).single(200, "policies/defaultAppManagementPolicy",
				caller.directory().all(Table.POLICY).findFirst().orElseThrow());
	}

	Answer rootSite(Request request, MatchResult path) {
		Caller caller = access.caller(request).require(Right.READ_SITES);
		String host = caller.tenant().sharePointHost();
		String created = Certificates.time(request.at());
		return new Query(request, "site", types).single(200, "sites",
				Json.object("createdDateTime", created, "description", "", "id",
						host + ",9e3f62cf-0000-4000-8000-000000000001,9e3f62cf-0000-4000-8000-000000000002",
						"lastModifiedDateTime", created, "name", "", "webUrl", "https://" + host, "displayName",
						caller.tenant().displayName() + " Team Site", "root", new JsonObject(), "siteCollection",
						Json.object("hostname", host)));
	}
}
