package dev.callbook.crm.salesforce;

import java.time.Instant;

/// A span of stamps within which nothing will change any more: everything is committed that will
/// ever carry a stamp in it.
///
/// @param from included
/// @param until excluded; also what to begin the next window at, once all of this one is applied
public record Window(Instant from, Instant until) {
  public boolean isEmpty() {
    return !from.isBefore(until);
  }
}
