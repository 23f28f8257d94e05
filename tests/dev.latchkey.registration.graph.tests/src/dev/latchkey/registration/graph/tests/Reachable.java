package dev.latchkey.registration.graph.tests;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All texts that an object leads to, through our own classes, those of the vendor, and the JDK's collections. */
final class Reachable {

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Set<String> texts = new HashSet<>();

	private Reachable() {
	}

	static Set<String> from(Object root) {
		Reachable reachable = new Reachable();
		reachable.visit(root);
		return reachable.texts;
	}

	private void visit(Object object) {
		if (object instanceof String text) {
			texts.add(text);
		} else if (object != null && seen.add(object)) {
			if (object instanceof Map<?, ?> map) {
				map.forEach((key, value) -> {
					visit(key);
					visit(value);
				});
			} else if (object instanceof Collection<?> collection) {
				collection.forEach(this::visit);
			} else if (object instanceof Optional<?> optional) {
				optional.ifPresent(this::visit);
			} else {
				fields(object);
			}
		}
	}

	private void fields(Object object) {
		for (Class<?> type = object.getClass(); type != null && isKnown(type); type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
					visit(value(object, field));
				}
			}
		}
	}

	private static boolean isKnown(Class<?> type) {
		return type.getName().startsWith("dev.latchkey.") || type.getName().startsWith("com.microsoft.");
	}

	private static Object value(Object object, Field field) {
		try {
			field.setAccessible(true);
			return field.get(object);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}
}
