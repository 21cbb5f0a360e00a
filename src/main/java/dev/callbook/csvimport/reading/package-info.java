/// Reads files as people have them: CSV of any common encoding, delimiter and quoting, packed by
/// gzip or not, and sheets of Excel workbooks. What is neither is refused in words, English and
/// German.
///
/// The reading part knows no database; it depends on `phone`, to recognise columns of telephone
/// numbers, and on `wire`, to say what is wrong.
@NullMarked
package dev.callbook.csvimport.reading;

import org.jspecify.annotations.NullMarked;
