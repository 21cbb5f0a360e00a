package dev.callbook.externalsource;

import org.jspecify.annotations.Nullable;

/// What another system calls a record, as its page shows it.
///
/// @param source the system's name; empty for one that was removed
/// @param url where the record is opened there; null if that is not known
public record ExternalIdView(String source, String value, @Nullable String url) {}
