package dev.latchkey.certificate.bc;

/** The administrator's log. Nothing secret goes there. */
@FunctionalInterface
interface Warnings {

	/** @param cause may be null */
	void warn(String message, Throwable cause);
}
