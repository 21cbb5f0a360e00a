package dev.callbook.phone;

/// What the network says about showing the caller's number.
public enum Presentation {
  ALLOWED,
  /// The caller asked to stay unknown. The number may be there all the same; it must not be used.
  WITHHELD,
  /// The network has no number.
  UNAVAILABLE
}
