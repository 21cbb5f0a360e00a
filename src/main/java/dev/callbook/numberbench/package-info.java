/// The number bench: a number as a source would send it, how it is read rule by rule, whom it finds
/// and why; and numbers that are kept to be tried again whenever a source's rules change. May
/// depend on `interaction`, `lookup`, `contact` and everything below them.
@NullMarked
package dev.callbook.numberbench;

import org.jspecify.annotations.NullMarked;
