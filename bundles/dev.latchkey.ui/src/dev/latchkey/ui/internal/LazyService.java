package dev.latchkey.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * A service that is fetched when it is first used, and then in the background: it may bring heavy libraries with it, for
 * which the wizard's first page need not wait.
 */
final class LazyService<S> {

	private final Supplier<S> source;
	private S service;

	private LazyService(Supplier<S> source) {
		this.source = source;
	}

	/** @param type an interface of an API */
	static <S> S of(Class<S> type, Supplier<S> source) {
		LazyService<S> lazy = new LazyService<>(source);
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> lazy.call(method, arguments)));
	}

	private Object call(Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(service(), arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}

	private synchronized S service() {
		if (service == null) {
			service = source.get();
		}
		return service;
	}
}
