/// The description of the API, as OpenAPI and as a page. Reads every endpoint's annotations and
/// types, and knows no feature: may depend on `access`, `web`, `wire` and what is below them.
@NullMarked
package dev.callbook.openapi;

import org.jspecify.annotations.NullMarked;
