# Sourced by the scripts beside it, after setup.sh. Builds a plain workbench with help and installs Latchkey into it by p2, when the sources
# have changed since the last time.
# Sets $here and $workbench, and defines need_console, which builds $also, a further Maven project, too.

here=$root/.console
workbench=$here/workbench

# All that the scripts need of what is built; only one of them builds at a time.
need_console() {
	mkdir -p "$here"
	now=$(fingerprint)
	is_built && return
	need_java
	need_maven
	wait_for_others
	if ! is_built; then
		rm -f "$here"/built*
		build
		install
		printf '%s\n' "$now" >"$here/built"
		[ -z "${also:-}" ] || printf '%s\n' "$now" >"$here/built-with-$(basename -- "$also")"
	fi
	rm -rf "$here/building"
}

is_built() {
	[ "$now" = "$(cat "$here/built${also:+-with-$(basename -- "$also")}" 2>/dev/null)" ]
}

# A folder is made by one alone; that of a script that was killed is taken over.
wait_for_others() {
	until mkdir "$here/building" 2>/dev/null; do
		other=$(cat "$here/building/pid" 2>/dev/null)
		if [ -n "$other" ] && ! kill -0 "$other" 2>/dev/null; then
			rm -rf "$here/building"
		else
			sleep 1
		fi
	done
	echo $$ >"$here/building/pid"
}

# What the console is made of, as one number: names and contents of the sources.
fingerprint() {
	cd "$root" || exit
	find .mvn pom.xml bundles docs features releng/dev.latchkey.* tests/dev.latchkey.tenant -type f \
		! -path '*/target/*' ! -path '*/bin/*' ! -path '*/bin_test/*' ! -name '.polyglot*' ! -name '.tycho*' -exec cksum {} + 2>/dev/null |
		sort | cksum
}

build() {
	log=$here/build.log
	say "Building (the first time takes minutes; what Maven says is in $log)."
	maven verify -DskipTests --also-make \
		--projects "releng/dev.latchkey.console,releng/dev.latchkey.repository${also:+,$also}" >"$log" 2>&1 ||
		{ tail -n 30 "$log" >&2; give_up "The build failed."; }
}

# A fresh workbench each time, so that an installation is never an update of what an earlier build left.
install() {
	say "Installing dev.latchkey.feature into a plain workbench with the p2 director."
	rm -rf "$workbench"
	cp -R "$(product)" "$workbench" || give_up "The workbench could not be copied."
	eclipse -application org.eclipse.equinox.p2.director -repository "$(url "$root/releng/dev.latchkey.repository/target/repository")" \
		-installIU dev.latchkey.feature.feature.group -data "$here/installing" >"$here/install.log" 2>&1 ||
		{ cat "$here/install.log" >&2; give_up "p2 refused to install Latchkey."; }
	# The first start fills the platform's caches.
	eclipse -application dev.latchkey.cli.latchkey -data @none --version >>"$here/install.log" 2>&1 ||
		{ cat "$here/install.log" >&2; give_up "What was installed does not start."; }
}

give_up() {
	rm -rf "$here/building"
	fail "$@"
}

product() {
	found=$(find "$root/releng/dev.latchkey.console/target/products/dev.latchkey.console.help" -type d -name plugins | head -n 1)
	dirname -- "$found"
}

# file: URLs want forward slashes; Git Bash knows both notations.
url() {
	if command -v cygpath >/dev/null 2>&1; then
		printf 'file:/%s' "$(cygpath -m "$1")"
	else
		printf 'file:%s' "$1"
	fi
}

# eclipse ARGUMENTS: starts what was installed, with keys and passwords of its own. $java_options go to the Java machine, which takes
# the place of the script when $replace is exec.
eclipse() {
	first_thread=
	[ "$(uname -s)" = Darwin ] && first_thread=-XstartOnFirstThread
	launcher=$(find "$workbench/plugins" -name 'org.eclipse.equinox.launcher_*.jar' | head -n 1)
	${replace:-} "$java" $first_thread ${java_options:-} "-Ddev.latchkey.certificate.folder=$here/certificates" -jar "$launcher" \
		-nosplash -eclipse.keyring "$here/secure_storage" "$@"
}
