package dev.latchkey.ui.internal;

/** Where a wizard, which an extension point may have made, gets its services from for as long as it is open. */
public interface ServiceSource {

	/** @throws MissingServiceException when one of them is not there */
	WizardServices get() throws MissingServiceException;

	/** Gives the services back; doing so again does nothing. */
	void release();

	/** A service is not there; the message names it. */
	final class MissingServiceException extends Exception {

		private static final long serialVersionUID = 1;

		public MissingServiceException(String service) {
			super(service);
		}
	}
}
