package dev.latchkey.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.faults.FaultReader;

/** What docs/tenant.md says holds. */
class DocumentationTest {

	private static String text() throws IOException {
		Path file = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).limit(6)
				.map(folder -> folder.resolve("docs/tenant.md")).filter(Files::exists).findFirst().orElseThrow();
		return Files.readString(file);
	}

	@Test
	void itsScenariosStart() throws IOException {
		List<String> scenarios = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(text()).results()
				.map(m -> m.group(1)).toList();
		assertFalse(scenarios.isEmpty());
		for (String scenario : scenarios) {
			try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges(scenario))) {
				assertEquals("Contoso", tenant.scenario().displayName());
			}
		}
	}

	@Test
	void itNamesEveryNamedFault() throws IOException {
		String documented = text().substring(text().indexOf("Named faults"));
		FaultReader reader = new FaultReader();
		for (String name : Json.resource(FaultReader.class, "faults.json").keySet()) {
			assertTrue(documented.contains('`' + name + '`'), name);
			Fault fault = reader.named(name);
			assertTrue(fault.answer().isPresent() || fault.dropped() || !fault.delay().isZero()
					|| !fault.slowBody().isZero(), name);
		}
	}

	@Test
	void itNamesTheScenariosValues() throws IOException {
		String text = text();
		try (SimulatedTenant tenant = SimulatedTenant.start(TenantOptions.defaults())) {
			Scenario scenario = tenant.scenario();
			Stream.of(scenario.accounts().stream().map(Account::userPrincipalName),
					scenario.applicationIds().values().stream(), scenario.foreignDomains().stream(),
					Stream.of(scenario.domain(), scenario.initialDomain(), scenario.unknownApplicationId()))
					.flatMap(s -> s).forEach(value -> assertTrue(text.contains('`' + value + '`'), value));
		}
	}
}
