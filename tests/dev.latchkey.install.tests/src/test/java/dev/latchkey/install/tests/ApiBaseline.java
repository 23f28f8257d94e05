package dev.latchkey.install.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;

/**
 * Compares the exported packages of a bundle with those of the last release. A breaking change needs a step of the major
 * version, an addition one of the minor version; below 1.0 the next lower ones do.
 */
final class ApiBaseline {

	private ApiBaseline() {
	}

	/** Sentences that say which package needs which version, and why; none when all is well. */
	static List<String> problems(Jar now, Jar released) throws Exception {
		List<String> problems = new ArrayList<>();
		try (Processor bnd = new Processor()) {
			for (Baseline.Info each : new Baseline(bnd, new DiffPluginImpl()).baseline(now, released, null)) {
				Delta delta = each.packageDiff.getDelta();
				if (delta == Delta.REMOVED) {
					problems.add(each.packageName + " is not exported any more");
				} else if (delta != Delta.ADDED) {
					Version needed = needed(delta, each.olderVersion);
					if (each.newerVersion.compareTo(needed) < 0) {
						problems.add(each.packageName + " is exported as " + each.newerVersion + " and needs " + needed + ": "
								+ changes(each.packageDiff, delta));
					}
				}
			}
		}
		return problems;
	}

	private static Version needed(Delta delta, Version released) {
		boolean stable = released.getMajor() > 0;
		return switch (delta) {
		case MAJOR, REMOVED -> stable ? new Version(released.getMajor() + 1, 0, 0)
				: new Version(0, released.getMinor() + 1, 0);
		case MINOR, ADDED -> stable ? new Version(released.getMajor(), released.getMinor() + 1, 0)
				: new Version(0, released.getMinor(), released.getMicro() + 1);
		default -> released;
		};
	}

	/** The types of a package, and their members, that the change of the package is due to. */
	private static List<String> changes(Diff diff, Delta delta) {
		List<String> changes = new ArrayList<>();
		for (Diff type : heavy(diff, delta)) {
			List<String> members = heavy(type, delta).stream().map(ApiBaseline::sentence).toList();
			changes.add(sentence(type) + (members.isEmpty() ? "" : ": " + String.join(", ", members)));
		}
		return changes;
	}

	private static List<? extends Diff> heavy(Diff diff, Delta delta) {
		return diff.getChildren().stream().filter(each -> each.getType() != Type.VERSION)
				.filter(each -> Set.of(delta, Delta.ADDED, Delta.REMOVED).contains(each.getDelta())).toList();
	}

	private static String sentence(Diff diff) {
		return diff.getName() + ' ' + diff.getDelta().toString().toLowerCase(Locale.ROOT);
	}
}
