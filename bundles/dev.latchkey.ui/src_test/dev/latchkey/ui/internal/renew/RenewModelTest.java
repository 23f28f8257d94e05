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
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.CertificateRenewer.Step;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextStore;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.connect.ActionRow;
import dev.latchkey.ui.internal.connect.Standing;
import dev.latchkey.ui.internal.forms.Notice;

class RenewModelTest {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
	private static final Map<String, Cloud> CLOUDS = Map.of("global", MicrosoftClouds.GLOBAL);

	private final Connection contoso = connection("Contoso", "1", 20);
	private final Connection fabrikam = connection("Fabrikam", "2", 30);
	private final Connection ended = connection("Litware", "3", -1);

	@Test
	void ofSeveralThoseThatCanBeRenewedAtOnceAreChosen() {
		RenewModel model = model(contoso, ended, fabrikam);
		assertEquals(List.of(contoso, fabrikam), model.chosen());
		assertFalse(model.byAdministrator());
		assertEquals(Optional.empty(), new RenewRules(model).obstacle());
	}

	@Test
	void oneThatHasEndedIsForAnAdministrator() {
		RenewModel model = model(ended);
		assertEquals(List.of(ended), model.chosen());
		assertTrue(model.byAdministrator());
		assertEquals(Optional.empty(), new RenewRules(model).obstacle());
		assertEquals(MicrosoftClouds.GLOBAL, model.tenant().orElseThrow().cloud());
		model.setByAdministrator(false);
		assertTrue(obstacle(model).startsWith("The certificate of Litware has ended"), obstacle(model));
	}

	@Test
	void anAdministratorIsOfOneOrganization() {
		RenewModel model = model(contoso, fabrikam, connection("Contoso 2", "1", 40));
		model.setByAdministrator(true);
		assertTrue(obstacle(model).startsWith("An administrator signs in to one organization"), obstacle(model));
		model.choose(model.offered().stream().filter(each -> each.name().startsWith("Contoso")).map(Connection::id)
				.collect(Collectors.toSet()));
		assertEquals(Optional.empty(), new RenewRules(model).obstacle());
	}

	@Test
	void aCloudThatIsGoneIsTold() {
		RenewModel model = new RenewModel(List.of(ended), Map.of(), NOW);
		assertTrue(obstacle(model).startsWith("The cloud of this organization is not known"), obstacle(model));
	}

	@Test
	void oneCertificateIsForOneConnection() {
		RenewModel model = model(contoso, fabrikam);
		model.setExisting(true);
		assertTrue(obstacle(model).startsWith("One certificate is for one connection"), obstacle(model));
		model.choose(Set.of(contoso.id()));
		assertEquals(Notice.Level.PROMPT, new RenewRules(model).obstacle().orElseThrow().level());
		model.choose(Set.of());
		assertEquals("Tick the connections that are to be renewed.", obstacle(model));
	}

	@Test
	void whatIsDoneIsNotDoneAgain() {
		RenewModel model = model(contoso, fabrikam);
		model.renewed(result(contoso, Step.DONE, Optional.empty()));
		model.renewed(result(fabrikam, Step.ADDING, Optional.of(new Failed("No.", Optional.empty(), true))));
		assertFalse(model.complete());
		model.again();
		assertEquals(List.of(fabrikam.id()),
				model.renewals((connection, cancellation) -> null).stream().map(Renewal::connection).toList());
		model.renewed(result(fabrikam, Step.DONE, Optional.empty()));
		assertTrue(model.complete());
	}

	@Test
	void eachConnectionHasItsLineWithTheNextStep() {
		RenewModel model = model(contoso, fabrikam);
		model.renewed(result(contoso, Step.ADDING, Optional.of(new Failed("Microsoft said no.", Optional.empty(), true))));
		List<ActionRow> rows = RenewRows.of(model, RenewModelTest::same, true);
		assertEquals(List.of(Standing.FAILED, Standing.WAITING), rows.stream().map(ActionRow::standing).toList());
		String text = String.join("\n", rows.get(0).details());
		assertTrue(text.contains("Microsoft said no."), text);
		assertTrue(text.contains("goes on with its present certificate"), text);
		assertTrue(text.contains("An administrator can do it"), text);
		assertEquals(Standing.SKIPPED, RenewRows.of(model, RenewModelTest::same, false).get(1).standing());
	}

	@Test
	void aKeyThatGoesToAnotherStoreIsTold() {
		RenewModel model = model(contoso, fabrikam, ended);
		Function<Connection, Optional<NextStore>> stores = connection -> Optional
				.of(new NextStore("keystore", "Key store", connection.equals(fabrikam)));
		Notice told = RenewRules.otherStore(model, stores).orElseThrow();
		assertEquals(Notice.Level.WARNING, told.level());
		assertEquals("The next key will be kept in Key store, since the present store takes no new ones: Fabrikam",
				told.text());
		assertEquals(Optional.empty(), RenewRules.otherStore(model, connection -> Optional.empty()), "nobody would keep it");
		model.setExisting(true);
		assertEquals(Optional.empty(), RenewRules.otherStore(model, stores), "no new key");
		model.setExisting(false);
		model.choose(Set.of(contoso.id()));
		assertEquals(Optional.empty(), RenewRules.otherStore(model, stores));
	}

	@Test
	void whereANextKeyWentIsInItsLine() {
		RenewModel model = model(contoso, fabrikam);
		CertificateReference next = new CertificateReference("vault", "CD".repeat(32));
		for (Connection each : List.of(contoso, fabrikam)) {
			model.renewed(new Result(each.id(), Step.DONE, Optional.of(next), Optional.empty(), Optional.empty()));
		}
		List<ActionRow> rows = RenewRows.of(model,
				(connection, kept) -> new NextStore(kept.providerId(), "Vault", connection.equals(fabrikam)), false);
		assertFalse(String.join("\n", rows.get(0).details()).contains("Vault"));
		assertTrue(String.join("\n", rows.get(1).details()).contains("in another store"), rows.get(1).details()::toString);
		assertTrue(String.join("\n", rows.get(1).details()).contains("Vault"));
	}

	private static NextStore same(Connection connection, CertificateReference next) {
		return new NextStore(next.providerId(), "Key store", false);
	}

	private static String obstacle(RenewModel model) {
		return new RenewRules(model).obstacle().map(Notice::text).orElse("");
	}

	private static Result result(Connection connection, Step step, Optional<Failed> failure) {
		return new Result(connection.id(), step, Optional.empty(), Optional.empty(), failure);
	}

	private static RenewModel model(Connection... connections) {
		return new RenewModel(List.of(connections), CLOUDS, NOW);
	}

	private static Connection connection(String name, String tenant, int days) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "11111111-2222-3333-4444-55555555555" + tenant,
				"contoso.example", Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), NOW.plus(Duration.ofDays(days)), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE);
	}
}
