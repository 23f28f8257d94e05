package dev.latchkey.wiring.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What Declarative Services makes of our components in a running workbench. */
class ComponentsTest {

	private static final BundleContext CONTEXT = FrameworkUtil.getBundle(ComponentsTest.class).getBundleContext();
	private static final ServiceComponentRuntime RUNTIME = CONTEXT
			.getService(CONTEXT.getServiceReference(ServiceComponentRuntime.class));

	static List<Component> components() {
		Bundle[] ours = Arrays.stream(CONTEXT.getBundles())
				.filter(bundle -> bundle.getSymbolicName().startsWith("dev.latchkey.")).toArray(Bundle[]::new);
		return RUNTIME.getComponentDescriptionDTOs(ours).stream().map(Component::new).toList();
	}

	@ParameterizedTest
	@MethodSource("components")
	void isSatisfied(Component component) {
		Collection<ComponentConfigurationDTO> configurations = component.configurations();
		assertFalse(configurations.isEmpty(), "no configuration");
		configurations.forEach(configuration -> assertEquals(0,
				configuration.state & ~(ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE),
				() -> "unsatisfied: " + Arrays.toString(configuration.unsatisfiedReferences) + configuration.failure));
	}

	@ParameterizedTest
	@MethodSource("components")
	void starts(Component component) throws InvalidSyntaxException {
		for (String service : component.description().serviceInterfaces) {
			ServiceReference<?>[] references = CONTEXT.getServiceReferences(service,
					"(component.name=" + component.description().name + ")");
			assertNotNull(references, service);
			assertNotNull(CONTEXT.getService(references[0]), service);
		}
		component.configurations()
				.forEach(configuration -> assertEquals(ComponentConfigurationDTO.ACTIVE, configuration.state));
	}

	@ParameterizedTest
	@ValueSource(strings = { "dev.latchkey.certificate.CertificateProvider", "dev.latchkey.certificate.CertificateService",
			"dev.latchkey.certificate.KeyFileReader", "dev.latchkey.certificate.SelfSignedIssuer",
			"dev.latchkey.connection.ConnectionHealth", "dev.latchkey.connection.ConnectionService",
			"dev.latchkey.connection.ConnectionTransfer",
			"dev.latchkey.registration.CloudCatalog",
			"dev.latchkey.registration.PermissionProfile", "dev.latchkey.registration.ProfileCatalog",
			"dev.latchkey.registration.RegistrationService" })
	void somebodyProvides(String service) {
		assertNotNull(CONTEXT.getServiceReference(service));
	}

	@Test
	void namesOfComponentsAreUnique() {
		List<String> names = components().stream().map(component -> component.description().name).toList();
		assertEquals(names.stream().distinct().toList(), names);
	}

	record Component(ComponentDescriptionDTO description) {

		Collection<ComponentConfigurationDTO> configurations() {
			return RUNTIME.getComponentConfigurationDTOs(description);
		}

		@Override
		public String toString() {
			return description.name;
		}
	}
}
