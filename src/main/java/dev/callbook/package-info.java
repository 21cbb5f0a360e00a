/// The deployable as a whole: starts the database where none is configured, then the server.
@NullMarked
package dev.callbook;

import org.jspecify.annotations.NullMarked;
