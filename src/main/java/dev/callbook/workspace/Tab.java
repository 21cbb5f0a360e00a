package dev.callbook.workspace;

import io.smallrye.mutiny.subscription.MultiEmitter;

/// One open tab.
///
/// @param locale its language
record Tab(MultiEmitter<? super Update> emitter, String session, Object locale) {
  /// A tab that takes in less than this is closed; its browser comes back and reads everything.
  static final int MAX_WAITING = 64;
}
