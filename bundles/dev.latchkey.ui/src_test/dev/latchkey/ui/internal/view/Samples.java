package dev.latchkey.ui.internal.view;

import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.Standing;
import dev.latchkey.registration.Service;

/** Rows to arrange. */
final class Samples {

	static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	private Samples() {
	}

	static Connection connection(String name, String cloud, Duration left) {
		String domain = name.toLowerCase(Locale.ROOT) + ".example";
		return new Connection(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, cloud, "6f7c9d0e-0000-4000-8000-00000000c0de",
				domain, Optional.of("alex@" + domain), "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", Optional.empty(),
				new CertificateReference("store", (name.length() + "ab").repeat(22).substring(0, 64)), NOW.plus(left), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE);
	}

	static Health health(Standing standing, Duration left, String... missing) {
		return new Health(standing, left, List.of(missing), Optional.empty());
	}

	static OrganizationRow row(String name, Standing standing, int days) {
		return row(name, "global", standing, days);
	}

	static OrganizationRow row(String name, String cloud, Standing standing, int days) {
		Duration left = Duration.ofDays(days);
		return OrganizationRow.of(connection(name, cloud, left), health(standing, left), cloud, Collator.getInstance(Locale.ROOT));
	}
}
