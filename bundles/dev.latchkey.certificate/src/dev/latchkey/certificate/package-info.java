/**
 * Certificates with a private key that may be used, wherever the key lives.
 *
 * <p>Whoever offers certificates registers a {@link dev.latchkey.certificate.CertificateProvider} as an OSGi service; whoever
 * needs one asks the {@link dev.latchkey.certificate.CertificateService}. This package knows the JDK only, so that a provider
 * compiles and is tested without anything else of Latchkey.
 *
 * <p>No method of this package may be called on a user interface thread unless its documentation says so: stores ask
 * operating systems, tokens and disks. Cancellation is always reported by
 * {@link java.util.concurrent.CancellationException}, never by an empty or null result.
 */
package dev.latchkey.certificate;
