package dev.latchkey.registration.graph.tenant;

import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.graph.Retry;

/**
 * What one item of a plan is done with.
 *
 * @param item  which one
 * @param pause waits, telling what for
 */
record Hands(PlanItem item, ApplicationReader application, PrincipalReader principals, TenantWriter writer,
		Retry.Pause pause) {
}
