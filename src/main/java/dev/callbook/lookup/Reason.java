package dev.callbook.lookup;

/// Why a contact matches a caller.
///
/// @param tier how sure it is
/// @param label the label of the number or address that matched: `cell`, `work`, …; the channel of
///   a handle
public record Reason(Tier tier, String label) {
  /// From the surest to the least sure. There is no suffix match and no fuzzy one.
  public enum Tier {
    /// the same number and the same extension
    EXACT,
    /// another form of the same telephone: the Mexican 1, the Argentinian 9, the Brazilian ninth
    /// digit
    ALIAS,
    /// the same number; the extensions differ or one is missing
    WITHOUT_EXTENSION,
    /// a short internal number
    INTERNAL,
    /// the same e-mail address
    EMAIL,
    /// the same handle
    HANDLE
  }
}
