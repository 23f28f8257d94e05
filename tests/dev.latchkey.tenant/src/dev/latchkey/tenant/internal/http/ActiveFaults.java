package dev.latchkey.tenant.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Faults;

/** The faults in force, each with its count. */
public final class ActiveFaults implements Faults {

	private final class Counted implements Active {

		private final Fault fault;
		private final AtomicInteger seen = new AtomicInteger();

		Counted(Fault fault) {
			this.fault = fault;
		}

		/** Counts a matching request and tells whether it is one to meet. */
		boolean claims(Request request) {
			if (!fault.on().matches(request.origin(), request.method(), request.target(), request.text())) {
				return false;
			}
			int number = seen.getAndIncrement() - fault.after();
			return number >= 0 && number < fault.times();
		}

		@Override
		public int met() {
			return Math.min(fault.times(), Math.max(0, seen.get() - fault.after()));
		}

		@Override
		public void remove() {
			active.remove(this);
		}
	}

	private final List<Counted> active = new CopyOnWriteArrayList<>();
	private final Function<String, Fault> named;

	/**
	 * @param named
	 *            finds a fault by its name
	 */
	public ActiveFaults(Function<String, Fault> named) {
		this.named = named;
	}

	@Override
	public Active add(Fault fault) {
		Counted counted = new Counted(fault);
		active.add(counted);
		return counted;
	}

	@Override
	public Active add(String name) {
		return add(named.apply(name));
	}

	@Override
	public void clear() {
		active.clear();
	}

	/**
	 * @param request
	 *            a request
	 * @return the faults that meet it: all that only delay or run something, up to the first that answers or drops
	 */
	public List<Fault> claim(Request request) {
		List<Fault> met = new ArrayList<>();
		for (Counted counted : active) {
			if (counted.claims(request)) {
				met.add(counted.fault);
				if (counted.fault.dropped() || counted.fault.answer().isPresent()) {
					break;
				}
			}
		}
		return met;
	}
}
