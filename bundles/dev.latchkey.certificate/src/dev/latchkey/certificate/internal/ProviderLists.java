package dev.latchkey.certificate.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.internal.IsolatedCalls.Call;
import dev.latchkey.certificate.internal.ProviderRanking.Ranked;

/** Lists providers side by side, each on a thread of its own and none for longer than the limit. */
final class ProviderLists {

	private final IsolatedCalls calls;
	private final Duration limit;

	ProviderLists(IsolatedCalls calls, Duration limit) {
		this.calls = calls;
		this.limit = limit;
	}

	/** @throws CertificateAccessException what the provider threw, STORE_TIMED_OUT or PROVIDER_FAILED */
	List<CertificateEntry> list(Ranked provider, Cancellation cancellation) throws CertificateAccessException {
		return calls.call(provider.provider(), provider.name(), limit, work(provider), cancellation);
	}

	/** @param receiver called on this thread */
	void list(List<Ranked> providers, Consumer<ProviderListing> receiver, Cancellation cancellation) {
		BlockingQueue<Call<List<CertificateEntry>>> answers = new LinkedBlockingQueue<>();
		List<Call<List<CertificateEntry>>> calling = new ArrayList<>();
		List<Ranked> called = new ArrayList<>();
		try {
			for (Ranked provider : providers) {
				Call<List<CertificateEntry>> call = calls.new Call<>(provider.provider(), provider.name(), work(provider),
						answers);
				if (call.start()) {
					calling.add(call);
					called.add(provider);
				} else {
					receiver.accept(problem(provider, IsolatedCalls.timedOut(provider.name())));
				}
			}
			long end = System.nanoTime() + limit.toNanos();
			while (!calling.isEmpty()) {
				Call<List<CertificateEntry>> call = IsolatedCalls.next(answers, Duration.ofNanos(end - System.nanoTime()),
						cancellation);
				if (call == null) {
					break;
				}
				int index = calling.indexOf(call);
				calling.remove(index);
				receiver.accept(listing(called.remove(index), call));
			}
			called.forEach(each -> receiver.accept(problem(each, IsolatedCalls.timedOut(each.name()))));
		} finally {
			calling.forEach(Call::abandon);
		}
	}

	private static IsolatedCalls.Work<List<CertificateEntry>> work(Ranked provider) {
		// copied on the provider's own thread: its list may be as slow as itself, or hold null
		return cancellation -> List.copyOf(Objects.requireNonNull(provider.provider().list(cancellation), "no list")); //$NON-NLS-1$
	}

	private static ProviderListing listing(Ranked provider, Call<List<CertificateEntry>> call) {
		try {
			return new ProviderListing(provider.id(), provider.name(), call.answer(), Optional.empty());
		} catch (CertificateAccessException e) {
			return problem(provider, e);
		} catch (CancellationException e) {
			// nobody asked it to stop
			return problem(provider, IsolatedCalls.timedOut(provider.name()));
		}
	}

	private static ProviderListing problem(Ranked provider, CertificateAccessException problem) {
		return new ProviderListing(provider.id(), provider.name(), List.of(), Optional.of(problem));
	}
}
