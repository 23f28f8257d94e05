#!/usr/bin/env bash
# Gives an application of Microsoft Entra ID a certificate and permissions. Made by Latchkey; holds no secret.
# It adds, and never replaces or removes: what is there already stays, and running it again does no harm.
# Needs bash and the Azure CLI. It signs in on its own, apart from what the Azure CLI of this computer is signed in to.
set -uo pipefail

#VALUES#

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
export AZURE_CONFIG_DIR=$work/azure
failed=0

say() { printf '%s\n' "$*"; }

# METHOD PATH [ARGUMENTS]
graph() {
	local method=$1 path=$2
	shift 2
	case $path in
	https://*) ;;
	*) path=$graph/v1.0/$path ;;
	esac
	az rest --only-show-errors --method "$method" --url "$path" --resource "$graph" "$@"
}

# PATH QUERY: what Microsoft Graph answers, one value a line.
read_graph() { graph get "$1" --query "$2" --output tsv | tr -d '\r'; }

# METHOD PATH FILE
write_graph() { graph "$1" "$2" --headers Content-Type=application/json --body "@$3" "${@:4}"; }

# PATH QUERY: the same of a list, page by page.
read_all() {
	local page=$1
	while [ -n "$page" ]; do
		read_graph "$page" "$2" || return 1
		page=$(read_graph "$page" '"@odata.nextLink"') || return 1
	done
}

is_id() { [[ $1 =~ ^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$ ]]; }

# APPLICATION ID: the id of its service principal; nothing when there is none.
find_principal() {
	local file=$work/principal-$1
	is_id "$1" || return 1
	if [ ! -s "$file" ]; then
		read_graph "servicePrincipals?\$filter=appId%20eq%20%27$1%27&\$select=id" 'value[0].id' >"$file" || return 1
	fi
	cat "$file"
}

principal() {
	local id
	id=$(find_principal "$1") || return 1
	is_id "$id" || { say "  There is no service principal of $1." >&2; return 1; }
	printf '%s' "$id"
}

# RESOURCE NAME: the id of the application permission with that name, which differs between clouds.
role_id() {
	local resource id name file=$work/roles-$1
	resource=$(principal "$1") || return 1
	if [ ! -s "$file" ]; then
		read_graph "servicePrincipals/$resource?\$select=id,appRoles" \
			"appRoles[?contains(allowedMemberTypes, 'Application')].[id, value]" >"$file" || return 1
	fi
	while IFS=$'\t' read -r id name; do
		[ "$name" != "$2" ] || { is_id "$id" && printf '%s' "$id" && return; }
	done <"$file"
	say "  The permission $2 is not offered in this organization." >&2
	return 1
}

application_id() {
	local id
	id=$(read_graph "applications?\$filter=appId%20eq%20%27$application%27&\$select=id" 'value[0].id') || return 1
	is_id "$id" || { say "  There is no application $application in this organization." >&2; return 1; }
	printf '%s' "$id"
}

# Microsoft Graph only knows lists as a whole: all that are there go back as they came, and ours with them.
add_certificate() {
	local object path ours before after try
	object=$(application_id) || return 1
	path="applications/$object?\$select=id,keyCredentials"
	ours=$(read_graph "$path" "keyCredentials[?key=='$certificate' || customKeyIdentifier=='$thumbprint'].keyId") || return 1
	[ -z "$ours" ] || { say "  It is there already."; return; }
	before=$(read_graph "$path" 'keyCredentials[].keyId') || return 1
	graph get "$path" --output json \
		--query "{keyCredentials: [keyCredentials[].merge(@, \`{\"key\": null}\`), \`[$credential]\`][]}" >"$work/body.json" || return 1
	write_graph patch "applications/$object" "$work/body.json" || return 1
	for try in 1 2 3 4 5 6; do
		after=$(read_graph "$path" 'keyCredentials[].keyId') || return 1
		! holds "$after" "$before" "$key_id" || return 0
		sleep 5
	done
	say "  Not all certificates are seen. Look at them in the Entra admin center now; there should be these:" >&2
	say "$before" "$key_id" >&2
	return 1
}

# LIST ITEMS...: whether the list has all of them.
holds() {
	local list=$1 item
	shift
	for item in $*; do
		grep -qxF -- "$item" <<<"$list" || return 1
	done
}

# APPLICATION ID
create_principal() {
	local id
	id=$(find_principal "$1") || return 1
	[ -z "$id" ] || { say "  It is there already."; return; }
	printf '{"appId": "%s"}' "$1" >"$work/body.json"
	write_graph post servicePrincipals "$work/body.json" --query id --output tsv | tr -d '\r' >"$work/principal-$1" || return 1
	: >"$work/created"
}

# RESOURCE NAME...
declare_permissions() {
	local resource=$1 object path listed id name ids= entries=
	shift
	is_id "$resource" && object=$(application_id) || return 1
	path="applications/$object?\$select=id,requiredResourceAccess"
	listed=$(read_graph "$path" "requiredResourceAccess[?resourceAppId=='$resource'].resourceAccess[].id") || return 1
	for name in "$@"; do
		id=$(role_id "$resource" "$name") || continue
		holds "$listed" "$id" || { entries="$entries${entries:+, }{\"id\": \"$id\", \"type\": \"Role\"}"; ids="$ids $id"; }
	done
	[ -n "$entries" ] || { say "  They are there already."; return; }
	graph get "$path" --output json --query "{requiredResourceAccess: [requiredResourceAccess[?resourceAppId!='$resource'],
		[{resourceAppId: '$resource',
		resourceAccess: [requiredResourceAccess[?resourceAppId=='$resource'].resourceAccess[], \`[$entries]\`][]}]][]}" \
		>"$work/body.json" || return 1
	write_graph patch "applications/$object" "$work/body.json"
}

# RESOURCE NAME
grant() {
	local own resource role
	own=$(principal "$application") && resource=$(principal "$1") && role=$(role_id "$1" "$2") || return 1
	if [ ! -e "$work/granted" ]; then
		read_all "servicePrincipals/$own/appRoleAssignments" 'value[].[resourceId, appRoleId]' >"$work/granting" || return 1
		mv "$work/granting" "$work/granted"
	fi
	! grep -qxF -- "$resource"$'\t'"$role" "$work/granted" || { say "  It is there already."; return; }
	printf '{"principalId": "%s", "resourceId": "%s", "appRoleId": "%s"}' "$own" "$resource" "$role" >"$work/body.json"
	write_graph post "servicePrincipals/$own/appRoleAssignments" "$work/body.json" --output none
}

# TEMPLATE
assign_role() {
	local own there
	is_id "$1" && own=$(principal "$application") || return 1
	there=$(read_all "roleManagement/directory/roleAssignments?\$filter=principalId%20eq%20%27$own%27" \
		"value[?roleDefinitionId=='$1' && directoryScopeId=='/'].id") || return 1
	[ -z "$there" ] || { say "  It is there already."; return; }
	printf '{"principalId": "%s", "roleDefinitionId": "%s", "directoryScopeId": "/"}' "$own" "$1" >"$work/body.json"
	write_graph post roleManagement/directory/roleAssignments "$work/body.json" --output none
}

# What was just created is not known everywhere at once.
patiently() {
	local try
	for try in 1 2 3 4; do
		"$@" && return
		[ -e "$work/created" ] || return 1
		sleep 5
	done
	"$@"
}

# TITLE ROLE COMMAND...: one thing that fails does not stop the others.
task() {
	local title=$1 role=$2
	shift 2
	say "$title"
	if ! patiently "$@"; then
		failed=$((failed + 1))
		say "  Not done. The role that can do it: $role" >&2
	fi
}

#CLOUD#
az login --only-show-errors --tenant "$tenant" --allow-no-subscriptions --output none ||
	az login --only-show-errors --tenant "$tenant" --allow-no-subscriptions --use-device-code --output none || exit 1
signed_in=$(az account show --query tenantId --output tsv | tr -d '\r') || exit 1
[ "$signed_in" = "$tenant" ] || { say "That is another organization: nothing was changed." >&2; exit 1; }

#TASKS#

if [ "$failed" -gt 0 ]; then
	say "$failed not done. Somebody with the role can run this again; what is done stays as it is." >&2
	exit 1
fi
say "All is there. Now the connection can be verified."
