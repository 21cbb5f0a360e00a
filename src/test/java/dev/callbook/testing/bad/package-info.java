/// Examples that break the rules of the code's structure, each on purpose. Nothing uses them but
/// the test that the rules bite.
@NullMarked
package dev.callbook.testing.bad;

import org.jspecify.annotations.NullMarked;
