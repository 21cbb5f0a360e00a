/// A Salesforce org to test against: its REST, Bulk 2.0 and token endpoints over real HTTP, on data
/// with real transactions, and a switch for each thing that goes wrong at the real one. Two clients
/// that others wrote keep it honest: `JsforceTest`, `CamelTest`.
///
/// Knows nothing of Callbook, so that no mistake of ours can be on both sides.
@NullMarked
package dev.callbook.testing.salesforce;

import org.jspecify.annotations.NullMarked;
