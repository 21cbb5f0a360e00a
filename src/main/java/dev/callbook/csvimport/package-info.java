/// Imports: from a file somebody drops to contacts in the directory, by one pipeline.
///
/// A file is stored whole, so that any node can work on it and a killed process loses nothing. The
/// dry run reads it, row by row under the rules of single writes, and finds for each row the
/// contact it means; the run applies it in batches, each with its progress in one transaction. May
/// depend on `access`, `change`, `contact`, `organization` and what these may depend on.
@NullMarked
package dev.callbook.csvimport;

import org.jspecify.annotations.NullMarked;
