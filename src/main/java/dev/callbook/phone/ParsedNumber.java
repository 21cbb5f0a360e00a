package dev.callbook.phone;

import java.util.Optional;

/// What a typed number turned out to be.
public sealed interface ParsedNumber {
  /// A number that can be reached from anywhere. It need not be in service, nor even fit its
  /// country's plan: see `doubt`.
  ///
  /// @param e164 as it is to be dialled today; an alias form that still works is kept (`key` is the
  ///   same for both)
  /// @param display the usual international spelling without the extension: `+34 911 23 45 67`
  /// @param region where the number belongs; empty for numbers of no country, such as +800
  /// @param extension 1 to 20 digits to dial once connected
  /// @param ambiguous it had no `+` and two readings were possible, or none at home: this is the
  ///   likelier one
  /// @param doubt one sentence for the person who typed it, if the number fits no pattern of its
  ///   country's plan
  record Full(
      E164 e164,
      LookupKey key,
      String display,
      Optional<Region> region,
      Optional<String> extension,
      NumberKind kind,
      boolean ambiguous,
      Optional<String> doubt)
      implements ParsedNumber {

    /// Whether the number fits its country's plan.
    public boolean valid() {
      return doubt.isEmpty();
    }

    Full withExtension(String digits) {
      return new Full(e164, key, display, region, Optional.of(digits), kind, ambiguous, doubt);
    }

    Full asAmbiguous() {
      return new Full(e164, key, display, region, extension, kind, true, doubt);
    }
  }

  /// A number that works inside one country or switchboard only: 112, 72345, the extension 2001.
  /// Never an E.164 number.
  ///
  /// @param digits 2 to 6 digits
  record ShortCode(Region region, String digits, LookupKey key) implements ParsedNumber {
    ShortCode(Region region, String digits) {
      this(region, digits, LookupKey.ofShort(region, digits));
    }
  }

  /// No number. What was typed is kept by whoever asked; nobody is ever found by it.
  ///
  /// @param digits the digits in it, in order, as 0 to 9; possibly none
  /// @param reason one sentence for the person who typed it
  record Unparseable(String digits, String reason) implements ParsedNumber {}
}
