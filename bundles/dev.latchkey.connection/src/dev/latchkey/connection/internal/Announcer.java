package dev.latchkey.connection.internal;

import java.util.function.Consumer;

import dev.latchkey.connection.ConnectionChange;

/** Hands changes of connections on. A service, because what it hands them to may be missing in a console. */
interface Announcer extends Consumer<ConnectionChange> {
}
