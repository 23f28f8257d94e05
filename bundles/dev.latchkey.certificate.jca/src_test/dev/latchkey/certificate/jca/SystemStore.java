package dev.latchkey.certificate.jca;

import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

/** What lies in an operating system's store, beyond the life of the KeyStore objects that show it. */
final class SystemStore {

	/** @param name the friendly name, which several items may share */
	record Item(String name, PrivateKey key, Certificate[] chain) {
	}

	final List<Item> items = new ArrayList<>();

	/** The number of Windows for why the store does not open; 0 when it does. */
	long error;

	/** Whether nobody unlocks the store or allows its use. */
	boolean locked;

	SystemStore with(String name, Material material) {
		items.add(new Item(name, material.key(), new Certificate[] { material.certificate() }));
		return this;
	}

	void remove(Item item) {
		items.removeIf(each -> each == item);
	}
}
