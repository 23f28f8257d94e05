/**
 * The organizations that this console is connected with. Other plugins ask the
 * {@link dev.latchkey.connection.ConnectionService}; the wizard writes to it.
 */
package dev.latchkey.connection;
