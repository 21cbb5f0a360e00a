/// The audit log as people see it: who did what and when, across all records, with what was before
/// and after; its export, and how long its details are kept. Reads the change log and writes
/// nothing but that setting. May depend on every feature whose records it names.
@NullMarked
package dev.callbook.audit;

import org.jspecify.annotations.NullMarked;
