package dev.callbook.web;

import org.jspecify.annotations.Nullable;

/// One of the pages that a record or a list is spread over.
///
/// @param count how many entries wait there, formatted; null where counting would cost a scan
public record Tab(String label, String path, boolean current, @Nullable String count) {}
