package dev.callbook.contact;

/// How a contact came to be. Source: CONTRACT section 7, "Types and lifetime".
public enum ContactType {
  /// seen in an interaction, matched to nobody
  Ephemeral,
  /// matched by an identifier
  Identified,
  /// created or linked on purpose
  Curated
}
