/**
 * A simulated Microsoft 365 organization on loopback, for tests and for trying Latchkey without a real one.
 * <p>
 * Start with {@link dev.latchkey.tenant.SimulatedTenant}. Test part: no feature that users install contains it.
 */
package dev.latchkey.tenant;
