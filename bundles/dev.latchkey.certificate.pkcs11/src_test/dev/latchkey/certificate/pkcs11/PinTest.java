package dev.latchkey.certificate.pkcs11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.PinPrompt;
import dev.latchkey.certificate.PinPrompt.Request;
import dev.latchkey.certificate.PinPrompt.Tries;

/** When and how a PIN is asked for. */
class PinTest extends OnTokens {

	@Test
	void isAskedOnceForAllSignatures() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("1234");
		assertSigns(only());
		assertSigns(only());
		assertEquals(List.of(new Request("Signing", false, Tries.UNKNOWN)), person.asked);
	}

	@Test
	void isAskedAgainWhenItWasWrong() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("9999", "1", "1234");
		assertSigns(only());
		assertEquals(List.of(new Request("Signing", false, Tries.UNKNOWN), new Request("Signing", true, Tries.FEW),
				new Request("Signing", true, Tries.FEW)), person.asked);
	}

	@Test
	void isForgotten() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("9999", "1234");
		only().key().open();
		for (char[] pin : person.given) {
			assertArrayEquals(new char[4], pin);
		}
	}

	@Test
	void isMissingWhenThePersonRefuses() throws Exception {
		signing(SoftHsm.use(folder));
		Person person = answers("9999");
		assertEquals(List.of("Signing"), assertFails(Reason.STORE_LOCKED, only().key()::open).arguments());
		assertEquals(2, person.asked.size());
		assertEquals(Tries.FEW, answersTo(only()).tries(), "a wrong one was given before");
	}

	private Request answersTo(CertificateEntry entry) throws Exception {
		Person person = answers("1234");
		entry.key().open();
		return person.asked.get(0);
	}

	@Test
	void isMissingWhereNobodyCanBeAsked() throws Exception {
		signing(SoftHsm.use(folder));
		CertificateEntry entry = only();
		assertFails(Reason.STORE_LOCKED, entry.key()::open);
		Person person = answers("1234");
		prompts.unset(new Person());
		assertSigns(entry);
		prompts.unset(person);
		close();
	}

	@Test
	void isNoLongerAskedForWhenCancelled() throws Exception {
		signing(SoftHsm.use(folder));
		prompts.set((request, cancellation) -> {
			throw new CancellationException();
		});
		assertThrows(CancellationException.class, only().key()::open);
		answers("1234");
		assertSigns(only());
	}

	@Test
	void theQuestionEndsWithTheThreadThatNeedsIt() throws Exception {
		signing(SoftHsm.use(folder));
		CountDownLatch asked = new CountDownLatch(1);
		prompts.set((request, cancellation) -> {
			asked.countDown();
			while (!cancellation.requested()) {
				Thread.onSpinWait();
			}
			throw new CancellationException();
		});
		CertificateEntry entry = only();
		FutureTask<Boolean> cancelled = new FutureTask<>(() -> {
			assertThrows(CancellationException.class, entry.key()::open);
			return Thread.currentThread().isInterrupted();
		});
		Thread thread = new Thread(cancelled);
		thread.start();
		asked.await();
		thread.interrupt();
		assertTrue(cancelled.get());
	}

	@Test
	void isAskedForEachSignatureWithAKeyThatWantsThat() throws Exception {
		signing(SoftHsm.use(folder), "attributes(*, CKO_PRIVATE_KEY, *) = { CKA_ALWAYS_AUTHENTICATE = true }");
		Person person = answers("1234", "1234", "9999", "1234");
		assertSigns(only());
		assertEquals(List.of(false, false, false, true), person.asked.stream().map(Request::wrong).toList());
	}

	@Test
	void theLastTryIsSaid() throws Exception {
		assertEquals(Tries.LAST, asked(Ck.CKF_USER_PIN_COUNT_LOW | Ck.CKF_USER_PIN_FINAL_TRY));
	}

	@Test
	void aTokenThatDoesNotCountIsTakenForAUsualOne() throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		only();
		Person person = answers("1", "2", "1234");
		enter(token, 0);
		assertEquals(List.of(Tries.UNKNOWN, Tries.FEW, Tries.LAST), person.asked.stream().map(Request::tries).toList());
	}

	@Test
	void aBlockedPinIsNotAskedFor() throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		only();
		Person person = answers("1234");
		assertFails(Reason.PIN_BLOCKED, () -> enter(token, Ck.CKF_USER_PIN_LOCKED));
		assertEquals(List.of(), person.asked);
	}

	@Test
	void isTypedAtTheTokensOwnKeypad() throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		only();
		Person person = answers("1234");
		// SoftHSM has no keypad and refuses
		assertThrows(CryptokiException.class, () -> enter(token, Ck.CKF_PROTECTED_AUTHENTICATION_PATH));
		assertEquals(List.of(), person.asked);
	}

	private Tries asked(long flags) throws Exception {
		SoftHsm.TokenAt token = signing(SoftHsm.use(folder));
		only();
		Person person = answers("1234");
		enter(token, flags);
		return person.asked.get(0).tries();
	}

	/** Logs in to a token that says this of itself. */
	private void enter(SoftHsm.TokenAt token, long flags) throws Exception {
		NativeModule library = NativeModule.load(SoftHsm.LIBRARY.toString());
		TokenName name = new TokenName(token.label(), "");
		try (Session session = Session.open(library, token.slot())) {
			new PinEntry(name, prompts).login(session, Ck.CKU_USER, () -> new TokenInfo(token.slot(), name, flags));
		}
	}

	@Test
	void tokensAskOneAfterTheOther() throws Exception {
		CountDownLatch asking = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		PinPrompt slow = (request, cancellation) -> {
			assertEquals(1, asking.getCount(), "asked while another is being asked");
			asking.countDown();
			await(answer);
			return Optional.empty();
		};
		prompts.set(slow);
		FutureTask<Optional<char[]>> first = new FutureTask<>(() -> prompts.ask(new Request("a", false, Tries.UNKNOWN)));
		new Thread(first).start();
		asking.await();
		FutureTask<Boolean> second = new FutureTask<>(() -> {
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, () -> prompts.ask(new Request("b", false, Tries.UNKNOWN)));
			return true;
		});
		new Thread(second).start();
		assertTrue(second.get());
		answer.countDown();
		assertEquals(Optional.empty(), first.get());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
