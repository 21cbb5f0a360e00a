package dev.callbook.web;

import org.jspecify.annotations.Nullable;

/// A line that says what was done, at the foot of the page.
///
/// @param text a sentence without a full stop, such as `3 contacts deleted`
/// @param undoPath where a POST takes it back; null where it cannot be
public record Toast(String text, @Nullable String undoPath) {}
