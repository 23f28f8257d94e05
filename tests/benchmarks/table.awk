# Turns lines of name and value into a table of medians.

{ values[$1, ++count[$1]] = $2 }

# The quantile of the values of a name; those of another, if named, are taken off in turn.
function quantile(part, name, less,    i, j, n, held, sorted) {
	n = count[name]
	for (i = 1; i <= n; i++) {
		held = values[name, i] - (less == "" ? 0 : values[less, i])
		for (j = i - 1; j >= 1 && sorted[j] > held; j--) {
			sorted[j + 1] = sorted[j]
		}
		sorted[j + 1] = held
	}
	i = 1 + (n - 1) * part
	j = int(i)
	return j == n ? sorted[n] : sorted[j] + (i - j) * (sorted[j + 1] - sorted[j])
}

function row(text, unit, scale, name, less) {
	if (!count[name]) {
		return
	}
	printf "  %-52s %9.2f %-4s (%.2f to %.2f, n=%d)\n", text, quantile(0.5, name, less) / scale, unit,
		quantile(0.25, name, less) / scale, quantile(0.75, name, less) / scale, count[name]
}

function page(text, name) {
	row(text ": planning", "s", 1000, name "plan")
	row(text ": applying", "s", 1000, name "apply")
	row(text ": proving", "s", 1000, name "verify")
	row(text ": all of it", "s", 1000, name "all")
	row(text ": its latency alone", "s", 1000, name "limit")
}

function fleet(text, name) {
	print text
	row("renewing", "s", 1000, name "renewing")
	row("ideal", "s", 1000, name "ideal")
	row("of the ideal", "%", 1, name "percent")
	row("requests", "", 1, name "requests")
	row("of them refused", "", 1, name "refused")
	row("making 200 certificates of 2048 bits before", "s", 1000, name "making")
}

END {
	print "From the command to the painted wizard"
	row("Latchkey's, first time in a start", "ms", 1, "latchkey.wizard.first")
	row("Latchkey's, second time", "ms", 1, "latchkey.wizard.second")
	row("Latchkey's, later", "ms", 1, "latchkey.wizard.later")
	row("the platform's New wizard, first time", "ms", 1, "platform.wizard.first")
	row("the platform's New wizard, second time", "ms", 1, "platform.wizard.second")
	row("the platform's New wizard, later", "ms", 1, "platform.wizard.later")
	print "Certificate against the bare key pair"
	for (bits = 2048; bits <= 4096; bits += 1024) {
		row("RSA " bits ", key pair", "ms", 1, "issue.bare." bits)
		row("RSA " bits ", certificate", "ms", 1, "issue.issued." bits)
		row("RSA " bits ", openssl req -x509", "ms", 1, "issue.openssl." bits)
		row("RSA " bits ", keytool -genkeypair", "ms", 1, "issue.keytool." bits)
		if (count["issue.bare." bits])
			printf "  %-52s %9.2f\n", "RSA " bits ", ratio of the medians", quantile(0.5, "issue.issued." bits) / quantile(0.5, "issue.bare." bits)
	}
	print "PFX file of 2,000,000 iterations"
	row("opening it", "s", 1000, "file.expensive")
	row("cancelling that", "ms", 1, "file.cancel")
	print "Key store file of 10,000 entries"
	row("listing, first time", "ms", 1, "store.list.first")
	row("listing, again", "ms", 1, "store.list.again")
	row("finding one", "ms", 1, "store.find")
	row("opening a key", "ms", 1, "store.open")
	row("inspecting all", "ms", 1, "store.inspect")
	row("adding one", "ms", 1, "store.add")
	row("removing one", "ms", 1, "store.remove")
	print "Selecting among 10,000 certificates"
	row("wizard, from click to paint", "ms", 1, "select.open")
	row("all rows, from Next to paint", "ms", 1, "select.rows")
	row("keystroke, user interface busy", "ms", 1, "select.blocked")
	row("keystroke, until no row is left", "ms", 1, "select.none")
	row("keystroke, until all rows are back", "ms", 1, "select.all")
	print "The same beside a provider that hangs"
	row("wizard, from click to paint", "ms", 1, "select.hanging.open")
	row("all rows of the others, from Next to paint", "ms", 1, "select.hanging.rows")
	row("keystroke, user interface busy", "ms", 1, "select.hanging.blocked")
	print "View of 1,000 organizations"
	row("first time in a start, from the command to paint", "ms", 1, "view.first")
	row("later", "ms", 1, "view.later")
	row("keystroke that leaves 100, to paint", "ms", 1, "view.filter")
	row("keystroke that brings all back, to paint", "ms", 1, "view.unfilter")
	row("click on a column, to paint", "ms", 1, "view.sort")
	print "From the plan to the proven connection, all services"
	row("requests to plan", "", 1, "connect.again.requests.plan")
	row("requests to apply", "", 1, "connect.again.requests.apply")
	row("requests to prove", "", 1, "connect.again.requests.verify")
	row("one after another to plan", "", 1, "connect.again.chain.plan")
	row("one after another to apply", "", 1, "connect.again.chain.apply")
	row("one after another to prove", "", 1, "connect.again.chain.verify")
	page("50 ms latency, first time in a start", "connect.first.")
	page("50 ms latency, again", "connect.again.")
	page("no latency", "connect.none.")
	print "Tokens for other plugins"
	row("the first one in a start", "ms", 1, "token.first")
	row("a fresh one later", "ms", 1, "token.fresh")
	row("from memory to one thread, millions a second", "", 1e6, "token.kept.1")
	row("from memory to 32 threads, millions a second", "", 1e6, "token.kept.32")
	print "Size of what p2 installs"
	row("Latchkey", "MB", 1e6, "size.ours")
	row("of others, that this workbench lacked", "MB", 1e6, "size.others")
	print "Cost of Latchkey that nobody uses"
	row("heap, without", "MB", 1e6, "without.heap")
	row("heap, with", "MB", 1e6, "with.heap")
	row("heap, difference of each pair", "kB", 1e3, "with.heap", "without.heap")
	row("other memory of Java, difference", "kB", 1e3, "with.other", "without.other")
	row("heap, when all of 1,000 connections are known", "kB", 1e3, "known.heap")
	row("loaded classes, difference", "", 1, "with.classes", "without.classes")
	row("open window after the start of Java, without", "ms", 1, "without.open")
	row("open window after the start of Java, with", "ms", 1, "with.open")
	row("open window, difference of each pair", "ms", 1, "with.open", "without.open")
	row("processor time until then, without", "ms", 1, "without.work")
	row("processor time until then, with", "ms", 1, "with.work")
	row("processor time, difference of each pair", "ms", 1, "with.work", "without.work")
	row("open window, for the first start of an installation", "ms", 1, "uncached.with.open", "uncached.without.open")
	fleet("Renewing 200 connections, 8 at once, 50 ms, 350 requests to Graph a second", "fleet.")
	fleet("The same, 35 requests to Graph a second", "fleet.throttled.")
}
