# Sourced by the scripts beside it. Brings what a fresh machine lacks, after saying so.
# Sets $root and $cache and defines say, fail, maven, need_java, need_maven, need_programs, want_programs, need_gtk
# and want_webkit.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/latchkey
maven_version=3.9.12

say() {
	printf '%s\n' "$*" >&2
}

fail() {
	say "$*"
	exit 1
}

need_java() {
	java=${JAVA_HOME:+$JAVA_HOME/bin/}java
	"$java" -version >/dev/null 2>&1 || fail "A JDK 17 or newer is needed: none was found in JAVA_HOME or PATH."
	java_version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
	[ "${java_version:-0}" -ge 17 ] || fail "A JDK 17 or newer is needed: $java is version $java_version."
}

# Tycho needs Maven 3.9. An older one can bring it, by its coordinates.
need_maven() {
	command -v mvn >/dev/null 2>&1 || fail "Maven is needed: 3.9, or an older one that can bring it."
	found=$(cd / && mvn -B --version 2>&1) || fail "Maven does not start: $found"
	if maven_is_new "$found"; then
		mvn=$(command -v mvn)
		mvn_settings=
		return
	fi
	mvn=$cache/apache-maven-$maven_version/bin/mvn
	mvn_home=$(printf '%s\n' "$found" | sed -n 's/^Maven home: //p')
	mvn_settings=$mvn_home/conf/settings.xml
	[ -f "$mvn" ] && return
	say "Bringing Maven $maven_version into $cache (here is $(printf '%s\n' "$found" | sed -n 's/.*\(Apache Maven [0-9.]*\).*/\1/p'), and the build needs 3.9)."
	mkdir -p "$cache/unpacking.$$"
	# Not inside the project, whose Maven extension does not load in the old one; and where the plugin's note that it has unpacked
	# this goes away, because with the note left it would never unpack it again.
	brought=$(cd "$cache/unpacking.$$" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack \
		"-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" "-DoutputDirectory=$cache/unpacking.$$" 2>&1) || {
		rm -rf "$cache/unpacking.$$"
		fail "Maven $maven_version could not be brought: $brought"
	}
	mv "$cache/unpacking.$$/apache-maven-$maven_version" "$cache/" 2>/dev/null
	rm -rf "$cache/unpacking.$$"
	[ -f "$mvn" ] || fail "Maven $maven_version could not be brought."
}

maven_is_new() {
	printf '%s\n' "$1" | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' |
		{ read -r major minor && { [ "$major" -gt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -ge 9 ]; }; }; }
}

# Runs Maven in the project; what the machine's own Maven is set up with holds for a brought one too.
maven() {
	if [ -n "$mvn_settings" ] && [ -f "$mvn_settings" ]; then
		set -- --global-settings "$mvn_settings" "$@"
	fi
	(cd "$root" && sh "$mvn" -B -ntp "$@")
}

# need_programs PROGRAM=PACKAGE ...: installs the Debian packages of the programs that are missing.
need_programs() {
	missing=
	for pair in "$@"; do
		command -v "${pair%%=*}" >/dev/null 2>&1 || missing="$missing ${pair#*=}"
	done
	# Intended to be split: a list of packages.
	[ -z "$missing" ] || install_packages $missing
}

# As need_programs, for what some tests are skipped without: goes on where nothing can be installed.
want_programs() {
	(need_programs "$@") || say "Tests that use them are skipped."
}

# SWT draws with GTK 3 on Linux; on Windows and macOS it needs nothing.
need_gtk() {
	[ "$(uname -s)" = Linux ] || return 0
	{ ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q 'libgtk-3\.so\.0' || install_packages libgtk-3-0
}

# The help of a console is shown by the browser that SWT has from WebKitGTK; goes on where it can't be installed.
want_webkit() {
	[ "$(uname -s)" = Linux ] || return 0
	{ ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q 'libwebkit2gtk-4\.[01]\.so' && return
	(install_packages libwebkit2gtk-4.1-0) || say "Without WebKitGTK, help opens in a browser of the desktop, and its pages not beside a dialog."
}

install_packages() {
	if ! command -v apt-get >/dev/null 2>&1; then
		fail "Please install what Debian calls $* (GTK 3, WebKitGTK, Xvfb with xauth, AT-SPI, xdotool, the tools of OpenSSL, NSS, GnuTLS and SoftHSM), then run this again."
	fi
	if [ "$(id -u)" -eq 0 ]; then
		as_root=
	elif command -v sudo >/dev/null 2>&1; then
		as_root=sudo
	else
		fail "Please install as root: apt-get install $*"
	fi
	say "Installing with ${as_root:+sudo }apt-get: $*"
	$as_root apt-get update -qq >&2 &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
		fail "The packages could not be installed: $*"
}
