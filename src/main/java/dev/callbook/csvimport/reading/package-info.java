/// Reads CSV files as people have them: any common encoding, delimiter and quoting; what is no CSV
/// is refused in words.
///
/// The reading part knows no database; it depends on `phone` only, to recognise columns of
/// telephone numbers.
@NullMarked
package dev.callbook.csvimport.reading;

import org.jspecify.annotations.NullMarked;
