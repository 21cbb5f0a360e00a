/// The first page after sign-in: how the directory and its calls are doing, and what waits to be
/// done. Reads what other features know and keeps nothing itself. May depend on every feature but
/// the demo.
@NullMarked
package dev.callbook.home;

import org.jspecify.annotations.NullMarked;
