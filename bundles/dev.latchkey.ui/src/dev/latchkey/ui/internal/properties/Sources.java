package dev.latchkey.ui.internal.properties;

import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.ui.internal.WizardServices;

/** The services that the pages read from. */
record Sources(WizardServices wizard, ConnectionHealth health) {
}
