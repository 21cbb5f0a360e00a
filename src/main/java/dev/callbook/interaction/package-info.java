/// Live calls and messages: what sources report, who is on the line, which agent has it, whom it
/// belongs to. May depend on `lookup`, `contact`, `change`, `access`, `phone`, `wire`, `platform`.
@NullMarked
package dev.callbook.interaction;

import org.jspecify.annotations.NullMarked;
