# Gives an application of Microsoft Entra ID a certificate and permissions. Made by Latchkey; holds no secret.
# It adds, and never replaces or removes: what is there already stays, and running it again does no harm.
# Needs PowerShell 7 or Windows PowerShell 5.1, and the module Microsoft.Graph.Authentication.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

#VALUES#

$principals = @{}
$script:failed = 0

function Get-Address([string] $Path) {
	if ($Path.StartsWith('https://')) { return $Path }
	return "$graph/v1.0/$Path"
}

function Read-Graph([string] $Path) {
	return Invoke-MgGraphRequest -Method GET -Uri (Get-Address $Path) -OutputType PSObject
}

function Read-All([string] $Path) {
	while ($Path) {
		$page = Read-Graph $Path
		$page.value
		$next = $page.PSObject.Properties['@odata.nextLink']
		$Path = if ($next) { $next.Value } else { '' }
	}
}

function Write-Graph([string] $Method, [string] $Path, $Body) {
	$json = ConvertTo-Json -InputObject $Body -Depth 6 -Compress
	return Invoke-MgGraphRequest -Method $Method -Uri (Get-Address $Path) -Body $json -ContentType 'application/json' -OutputType PSObject
}

function Find-Principal([guid] $AppId) {
	if (-not $principals.ContainsKey($AppId)) {
		$found = @((Read-Graph "servicePrincipals?`$filter=appId%20eq%20%27$AppId%27&`$select=id").value)
		if ($found.Count -eq 0) { return $null }
		$principals[$AppId] = $found[0].id
	}
	return $principals[$AppId]
}

function Get-Principal([guid] $AppId) {
	$found = Find-Principal $AppId
	if (-not $found) { throw "There is no service principal of $AppId." }
	return $found
}

# The id of the application permission with that name, which differs between clouds.
function Get-RoleId([guid] $Resource, [string] $Name) {
	$path = 'servicePrincipals/' + (Get-Principal $Resource) + '?$select=id,appRoles'
	$roles = @((Read-Graph $path).appRoles | Where-Object { $_.value -ceq $Name -and $_.allowedMemberTypes -contains 'Application' })
	if ($roles.Count -eq 0) { throw "The permission $Name is not offered in this organization." }
	return $roles[0].id
}

function Get-ApplicationId {
	$found = @((Read-Graph "applications?`$filter=appId%20eq%20%27$application%27&`$select=id").value)
	if ($found.Count -eq 0) { throw "There is no application $application in this organization." }
	return $found[0].id
}

# PowerShell 7 makes dates of texts that look like them; Microsoft Graph gets them back as it gave them.
function Get-Text($Value) {
	if ($Value -is [datetime]) {
		return $Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", [Globalization.CultureInfo]::InvariantCulture)
	}
	return $Value
}

# Microsoft Graph only knows lists as a whole: all that are there go back as they came, and ours with them.
function Add-Certificate {
	$object = Get-ApplicationId
	$path = "applications/$object" + '?$select=id,keyCredentials'
	$there = @((Read-Graph $path).keyCredentials | Where-Object { $_ })
	if (@($there | Where-Object { $_.key -ceq $certificate -or $_.customKeyIdentifier -eq $thumbprint }).Count -gt 0) { return $false }
	$all = @(foreach ($each in $there) {
		@{
			keyId = $each.keyId; type = $each.type; usage = $each.usage; displayName = $each.displayName
			startDateTime = Get-Text $each.startDateTime; endDateTime = Get-Text $each.endDateTime
			customKeyIdentifier = $each.customKeyIdentifier; key = $null
		}
	}) + @(ConvertFrom-Json $credential | ForEach-Object {
		@{
			keyId = $_.keyId; type = $_.type; usage = $_.usage; displayName = $_.displayName
			startDateTime = Get-Text $_.startDateTime; endDateTime = Get-Text $_.endDateTime; key = $_.key
		}
	})
	if ($all.Count -ne $there.Count + 1) { throw 'A list that would lose certificates.' }
	$null = Write-Graph PATCH "applications/$object" @{ keyCredentials = $all }
	$expected = @($all | ForEach-Object { $_.keyId })
	foreach ($try in 1..6) {
		$seen = @((Read-Graph $path).keyCredentials | ForEach-Object { $_.keyId })
		if (@($expected | Where-Object { $seen -notcontains $_ }).Count -eq 0) { return $true }
		Start-Sleep -Seconds 5
	}
	throw "Not all certificates are seen. Look at them in the Entra admin center now; there should be these: $($expected -join ', ')"
}

function New-Principal([guid] $AppId) {
	if (Find-Principal $AppId) { return $false }
	$principals[$AppId] = (Write-Graph POST 'servicePrincipals' @{ appId = "$AppId" }).id
	return $true
}

function Add-Declaration([guid] $Resource, [string[]] $Names) {
	$object = Get-ApplicationId
	$there = @((Read-Graph ("applications/$object" + '?$select=id,requiredResourceAccess')).requiredResourceAccess | Where-Object { $_ })
	$listed = @($there | Where-Object { $_.resourceAppId -eq "$Resource" } | ForEach-Object { $_.resourceAccess } | ForEach-Object { $_.id })
	$ids = @($Names | ForEach-Object { Get-RoleId $Resource $_ })
	$missing = @($ids | Where-Object { $listed -notcontains $_ })
	if ($missing.Count -eq 0) { return $false }
	$others = @($there | Where-Object { $_.resourceAppId -ne "$Resource" } | ForEach-Object {
		@{ resourceAppId = $_.resourceAppId; resourceAccess = @($_.resourceAccess | ForEach-Object { @{ id = $_.id; type = $_.type } }) }
	})
	$kept = @($there | Where-Object { $_.resourceAppId -eq "$Resource" } | ForEach-Object { $_.resourceAccess } |
		ForEach-Object { @{ id = $_.id; type = $_.type } })
	$added = @($missing | ForEach-Object { @{ id = $_; type = 'Role' } })
	$all = $others + @(@{ resourceAppId = "$Resource"; resourceAccess = @($kept + $added) })
	$null = Write-Graph PATCH "applications/$object" @{ requiredResourceAccess = @($all) }
	return $true
}

function Add-Grant([guid] $Resource, [string] $Name) {
	$own = Get-Principal $application
	$resourceId = Get-Principal $Resource
	$roleId = Get-RoleId $Resource $Name
	$there = @(Read-All "servicePrincipals/$own/appRoleAssignments" |
		Where-Object { $_.resourceId -eq $resourceId -and $_.appRoleId -eq $roleId })
	if ($there.Count -gt 0) { return $false }
	$null = Write-Graph POST "servicePrincipals/$own/appRoleAssignments" @{ principalId = $own; resourceId = $resourceId; appRoleId = $roleId }
	return $true
}

function Add-DirectoryRole([guid] $Template) {
	$own = Get-Principal $application
	$there = @(Read-All "roleManagement/directory/roleAssignments?`$filter=principalId%20eq%20%27$own%27" |
		Where-Object { $_.roleDefinitionId -eq "$Template" -and $_.directoryScopeId -eq '/' })
	if ($there.Count -gt 0) { return $false }
	$null = Write-Graph POST 'roleManagement/directory/roleAssignments' @{
		principalId = $own; roleDefinitionId = "$Template"; directoryScopeId = '/'
	}
	return $true
}

# One thing that fails does not stop the others.
function Invoke-Task([string] $Title, [string] $Role, [scriptblock] $Work) {
	Write-Host $Title
	try {
		if (-not (& $Work)) { Write-Host '  It is there already.' }
	} catch {
		$script:failed++
		Write-Warning "Not done: $_ The role that can do it: $Role"
	}
}

#CLOUD#
try {
	if ((Get-MgContext).TenantId -ne $tenant) { throw 'That is another organization: nothing was changed.' }

#TASKS#
} finally {
	$null = Disconnect-MgGraph
#AFTERWARDS#
}
if ($script:failed -gt 0) {
	Write-Warning "$($script:failed) not done. Somebody with the role can run this again; what is done stays as it is."
	exit 1
}
Write-Host 'All is there. Now the connection can be verified.'
