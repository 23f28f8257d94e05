package dev.latchkey.wiring.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What a running workbench makes of our bundles. */
class BundlesTest {

	@Test
	void everyBundleResolvesInARunningWorkbench() {
		assertTrue(PlatformUI.isWorkbenchRunning());
		assertEquals(List.of(), ours().stream().filter(bundle -> bundle.getState() == Bundle.INSTALLED).toList());
		assertTrue(ours().size() >= 8, () -> "bundles of ours: " + ours());
	}

	private static List<Bundle> ours() {
		return Arrays.stream(FrameworkUtil.getBundle(BundlesTest.class).getBundleContext().getBundles())
				.filter(bundle -> bundle.getSymbolicName().startsWith("dev.latchkey.")).toList();
	}
}
