package dev.callbook.web;

import org.jspecify.annotations.Nullable;

/// The way to the neighbouring pages of a list that is paged by key.
///
/// @param summary what the page shows, such as `11 contacts match`; empty if there is nothing to
///   say
/// @param previous the address of the page before; null on the first
/// @param next the address of the page after; null on the last
public record Pager(String summary, @Nullable String previous, @Nullable String next) {
  public boolean isNeeded() {
    return !summary.isEmpty() || previous != null || next != null;
  }
}
