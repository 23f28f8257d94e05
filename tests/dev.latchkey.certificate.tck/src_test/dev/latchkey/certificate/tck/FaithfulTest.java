package dev.latchkey.certificate.tck;

/** A provider that keeps its promises passes. */
class FaithfulTest extends MemoryContract {

	FaithfulTest() {
		super(MemoryPlace::new);
	}
}
