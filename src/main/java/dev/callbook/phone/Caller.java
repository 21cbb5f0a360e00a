package dev.callbook.phone;

/// Who a source says is calling.
public sealed interface Caller {
  /// A full number, to look up by its key.
  record Telephone(ParsedNumber.Full number) implements Caller {}

  /// A number of the switchboard, or one that works inside a country only; to look up by its key.
  record Extension(ParsedNumber.ShortCode number) implements Caller {}

  /// An address that holds no number.
  ///
  /// @param address user, `@` and host without parameters, such as `ana@example.com`; or the text
  ///   as it was sent
  record Address(String address) implements Caller {}

  /// Nobody to look up: no number is shown, and none is kept.
  record Withheld(Reason reason) implements Caller {
    /// Why there is no number.
    public enum Reason {
      /// The caller asked for it.
      HIDDEN,
      /// The source sent none.
      NOT_SENT
    }
  }

  /// Digits that are no number anywhere, such as those of a misconfigured trunk. Shown as sent,
  /// never looked up.
  record Unreadable(String sent, String reason) implements Caller {}
}
