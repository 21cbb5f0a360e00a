/// Actions on many contacts at once: who is meant is counted first, then it runs in the background,
/// batch by batch, and can be undone. May depend on `export`, `identity`, `note`, `contact` and
/// everything below them.
@NullMarked
package dev.callbook.bulkaction;

import org.jspecify.annotations.NullMarked;
