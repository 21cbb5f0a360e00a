/// Exports: everything that somebody may see and asks for, as a CSV file to download.
///
/// An export is read as a scan is, some thousand records at a time. Each part is kept as a piece of
/// the result, in one transaction with how far the export is; a killed process goes on where it
/// stopped. May depend on `note`, `contact`, `organization`, `change` and what these may depend on.
@NullMarked
package dev.callbook.export;

import org.jspecify.annotations.NullMarked;
