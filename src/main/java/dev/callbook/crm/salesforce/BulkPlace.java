package dev.callbook.crm.salesforce;

/// Where a reader of a bulk job's result stands. Good for as long as the job is, in any session and
/// after any crash, and may be gone to again.
///
/// @param locator Salesforce's own mark; empty at the start
/// @param read records so far
/// @param isEnd whether there are no more
public record BulkPlace(String locator, long read, boolean isEnd) {
  public static final BulkPlace START = new BulkPlace("", 0, false);
}
