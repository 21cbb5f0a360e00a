package dev.callbook.crm.salesforce;

import java.util.List;

/// Some records of a bulk job's result.
///
/// @param next where to go on, to be kept together with these records
public record BulkPage(List<RemoteRecord> records, BulkPlace next) {}
