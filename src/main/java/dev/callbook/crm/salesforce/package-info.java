/// Salesforce as a source of contacts and organizations: everything that is particular to its APIs.
/// What changed between two moments, what is gone, everything there is, and records written back,
/// each so that nothing is missed and nothing is asked for twice without need.
///
/// Knows no database and nothing of our contacts. Depends on `platform`, for the way out.
@NullMarked
package dev.callbook.crm.salesforce;

import org.jspecify.annotations.NullMarked;
