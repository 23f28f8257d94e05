package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The bundle under test resolves with what its manifest asks for. */
class BundleTest {

	@Test
	void resolves() {
		Bundle bundle = Arrays.stream(FrameworkUtil.getBundle(BundleTest.class).getBundleContext().getBundles())
				.filter(candidate -> candidate.getSymbolicName().equals("dev.latchkey.ui")).findFirst().orElse(null);
		assertNotNull(bundle, "dev.latchkey.ui is not installed");
		assertNotEquals(Bundle.INSTALLED, bundle.getState());
	}
}
