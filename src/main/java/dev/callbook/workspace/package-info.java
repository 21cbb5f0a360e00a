/// The agent's screen: who is on the line, live, on every tab they have open. May depend on every
/// feature it shows; nothing depends on it.
@NullMarked
package dev.callbook.workspace;

import org.jspecify.annotations.NullMarked;
