package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.InvalidKeyException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.PinPrompt.Request;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Signing with keys that never leave the token, also when sessions and tokens come and go. */
class TokenUseTest extends OnTokens {

	@Test
	void theKeyStaysThere() throws Exception {
		signing(SoftHsm.use(folder));
		answers("1234");
		SigningKey key = only().key().open();
		assertFalse(key.exportable());
		assertEquals("RSA", key.algorithm());
	}

	@Test
	void signsDigestsWhereTheTokenDoesNotHash() throws Exception {
		signing(SoftHsm.use(folder, "slots.mechanisms = CKM_RSA_PKCS,CKM_RSA_PKCS_PSS"));
		answers("1234");
		assertSigns(only());
	}

	@Test
	void saysThatAKeyIsOfNoUseWhenTheTokenDoesNotSignThatWay() throws Exception {
		signing(SoftHsm.use(folder, "slots.mechanisms = CKM_RSA_PKCS"));
		answers("1234");
		SigningKey key = only().key().open();
		InvalidKeyException thrown = assertThrows(InvalidKeyException.class, () -> key.sign(SignatureAlgorithm.PS256, DATA));
		assertEquals(Reason.KEY_UNUSABLE, ((CertificateAccessException) thrown.getCause()).reason());
		key.sign(SignatureAlgorithm.RS256, DATA);
	}

	@Test
	void asksAgainAndGoesOnAfterALostSession() throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		Person person = answers("1234", "1234");
		CertificateEntry entry = only();
		SigningKey key = entry.key().open();
		SoftHsm.loseSessions(token);
		assertSigns(entry, key);
		assertEquals(List.of(false, false), person.asked.stream().map(Request::wrong).toList());
	}

	@Test
	void beginsAnewWhenTheSessionIsLostInTheMiddle() throws Exception {
		SoftHsm.TokenAt at = signing(SoftHsm.use(folder));
		Person person = answers("1234", "1234");
		Token token = module.token(module.slots().tokens().get(0).token());
		AtomicInteger begun = new AtomicInteger();
		assertEquals(1, token.use((session, again) -> {
			if (begun.getAndIncrement() == 0) {
				SoftHsm.loseSessions(at);
			}
			return session.find(Attribute.of(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY));
		}).size());
		assertEquals(2, begun.get());
		assertEquals(2, person.asked.size());
	}

	@Test
	void goesOnAfterAnotherUserOfTheModuleHasEndedIt() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("1234", "1234");
		CertificateEntry entry = only();
		SigningKey key = entry.key().open();
		SoftHsm.end();
		assertSigns(entry, key);
		assertEquals(2, person.asked.size());
		SoftHsm.end();
		assertEquals(entry, only());
	}

	@Test
	void sharesAModuleThatAnotherHasStarted() throws Exception {
		signing(SoftHsm.use(folder));
		SoftHsm.initialize();
		answers("1234");
		assertSigns(only());
	}

	@Test
	void saysThatTheTokenWasRemoved() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		signing(hsm);
		answers("1234", "1234");
		CertificateEntry entry = only();
		SigningKey key = entry.key().open();
		hsm.removeTokens();
		SoftHsm.end();
		InvalidKeyException thrown = assertThrows(InvalidKeyException.class, () -> key.sign(SignatureAlgorithm.PS256, DATA));
		CertificateAccessException cause = (CertificateAccessException) thrown.getCause();
		assertEquals(Reason.STORE_UNAVAILABLE, cause.reason());
		assertEquals(List.of("Signing"), cause.arguments());
		assertFails(Reason.STORE_UNAVAILABLE, entry.key()::open);
		assertEquals(List.of(), list());
	}

	@Test
	void saysThatTheKeyWasRemoved() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		signing(hsm);
		answers("1234");
		CertificateEntry entry = only();
		entry.key().open();
		hsm.removeTokens();
		assertFails(Reason.KEY_UNUSABLE, entry.key()::open);
	}

	@Test
	void servesManyThreadsWithOneLogin() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("1234");
		CertificateEntry entry = only();
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			Callable<Boolean> use = () -> {
				assertSigns(entry);
				assertEquals(entry, only());
				return true;
			};
			for (Future<Boolean> each : pool.invokeAll(Collections.nCopies(32, use))) {
				each.get();
			}
		} finally {
			pool.shutdownNow();
		}
		assertEquals(1, person.asked.size());
	}

	@Test
	void logsOutAtTheEnd() throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		answers("1234", "1234");
		CertificateEntry entry = only();
		entry.key().open();
		close();
		try (Session session = Session.open(NativeModule.load(SoftHsm.LIBRARY.toString()), token.slot())) {
			assertFalse(session.isLoggedIn());
		}
		assertFails(Reason.STORE_UNAVAILABLE, entry.key()::open);
	}
}
