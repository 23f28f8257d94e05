package dev.latchkey.wiring.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import dev.latchkey.connection.ConnectionHealth;

/** The platform's preferences decide when certificates end soon, without a restart. */
class WarningDaysTest {

	private static final BundleContext CONTEXT = FrameworkUtil.getBundle(WarningDaysTest.class).getBundleContext();

	private final ConnectionHealth health = CONTEXT.getService(CONTEXT.getServiceReference(ConnectionHealth.class));

	@AfterEach
	void forget() {
		List.<IScopeContext>of(InstanceScope.INSTANCE, DefaultScope.INSTANCE)
				.forEach(scope -> node(scope).remove(ConnectionHealth.WARNING_DAYS));
	}

	@Test
	void theUsersThresholdsComeBeforeTheProducts() {
		assertEquals(List.of(60, 30, 7), health.warningDays());
		node(DefaultScope.INSTANCE).put(ConnectionHealth.WARNING_DAYS, "90,45");
		assertEquals(List.of(90, 45), health.warningDays());
		node(InstanceScope.INSTANCE).put(ConnectionHealth.WARNING_DAYS, "14");
		assertEquals(List.of(14), health.warningDays());
	}

	private static IEclipsePreferences node(IScopeContext scope) {
		return scope.getNode(ConnectionHealth.PREFERENCES);
	}
}
