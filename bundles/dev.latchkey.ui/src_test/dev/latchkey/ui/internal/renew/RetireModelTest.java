package dev.latchkey.ui.internal.renew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.renew.RetireModel.Old;

class RetireModelTest {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	@Test
	void nothingIsChosenAtFirst() {
		RetireModel model = new RetireModel(List.of(renewed("Contoso", 10), renewed("Fabrikam", 2)), Map.of(), NOW);
		assertEquals(2, model.offered().size());
		assertEquals(List.of(), model.chosenOlds());
	}

	@Test
	void thoseWithinTheirGraceTimeAreTold() {
		RetireModel model = new RetireModel(List.of(renewed("Contoso", 10), renewed("Fabrikam", 2)), Map.of(), NOW);
		model.choose(Set.copyOf(model.offered()));
		assertEquals(List.of("Fabrikam"), model.recent().stream().map(old -> old.connection().name()).toList());
	}

	@Test
	void whatIsGoneIsNotTriedAgain() {
		RetireModel model = new RetireModel(List.of(renewed("Contoso", 10), renewed("Fabrikam", 9)), Map.of(), NOW);
		model.choose(Set.copyOf(model.offered()));
		Old contoso = model.offered().get(0);
		Old fabrikam = model.offered().get(1);
		model.tried(contoso.connection(), Optional.empty());
		model.tried(fabrikam.connection(), Optional.of("No."));
		assertTrue(model.removed(contoso));
		assertEquals(Optional.of("No."), model.failure(fabrikam));
		assertEquals(Set.of(fabrikam.connection()), model.left().keySet());
		assertFalse(model.complete());
		model.tried(fabrikam.connection(), Optional.empty());
		assertTrue(model.complete());
	}

	private static Connection renewed(String name, int daysAgo) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "11111111-2222-3333-4444-555555555555",
				"contoso.example", Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), NOW.plus(Duration.ofDays(5)), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE).renewed(new CertificateReference("keystore", "CD".repeat(32)),
						NOW.plus(Duration.ofDays(365)), "EF".repeat(20), NOW.minus(Duration.ofDays(daysAgo)), Proof.NONE);
	}
}
