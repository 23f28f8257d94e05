/**
 * Registers a certificate and permissions with an existing Microsoft Entra application, and proves that they work: plan,
 * show, do, prove.
 *
 * <p>{@link dev.latchkey.registration.RegistrationService} does the work and never sees a widget. All of its methods go to
 * the network: call them on a background thread. Cancellation is reported by
 * {@link org.eclipse.core.runtime.OperationCanceledException}, every other trouble by
 * {@link dev.latchkey.registration.RegistrationException} with a {@link dev.latchkey.registration.Reason}.
 *
 * <p>Who registers what: console vendors may register a {@link dev.latchkey.registration.PermissionProfile}; the service
 * itself and the {@link dev.latchkey.registration.CloudCatalog} come from Latchkey.
 */
package dev.latchkey.registration;
