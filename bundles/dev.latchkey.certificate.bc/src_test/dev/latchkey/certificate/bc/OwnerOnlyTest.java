package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Set;

import org.junit.jupiter.api.Test;

class OwnerOnlyTest {

	/** Accounts as Windows finds them by name. */
	private static final class Accounts extends UserPrincipalLookupService {

		private final Set<String> names;

		Accounts(String... names) {
			this.names = Set.of(names);
		}

		@Override
		public UserPrincipal lookupPrincipalByName(String name) throws IOException {
			if (!names.contains(name)) {
				throw new UserPrincipalNotFoundException(name);
			}
			return () -> name;
		}

		@Override
		public GroupPrincipal lookupPrincipalByGroupName(String group) throws IOException {
			throw new UserPrincipalNotFoundException(group);
		}
	}

	@Test
	void ownersAreTheAccountOfTheDomainNotALocalNamesake() throws Exception {
		assertEquals("CONTOSO\\alice",
				OwnerOnly.owner(new Accounts("alice", "CONTOSO\\alice"), "CONTOSO", "alice").getName());
		assertEquals("AzureAD\\AliceSmith",
				OwnerOnly.owner(new Accounts("AzureAD\\AliceSmith"), "AzureAD", "AliceSmith").getName());
	}

	@Test
	void ownersNeedNoDomain() throws Exception {
		assertEquals("alice", OwnerOnly.owner(new Accounts("alice"), null, "alice").getName());
		assertEquals("alice", OwnerOnly.owner(new Accounts("alice"), "WORKGROUP", "alice").getName());
	}

	@Test
	void nobodyElseBecomesTheOwner() {
		assertThrows(UserPrincipalNotFoundException.class,
				() -> OwnerOnly.owner(new Accounts("bob"), "CONTOSO", "alice"));
	}
}
