/// What the public API looks like whatever it speaks about: refusals and their error body,
/// listings, expand, PATCH. Knows no feature; may depend on nothing of ours but `platform`.
@NullMarked
package dev.callbook.wire;

import org.jspecify.annotations.NullMarked;
