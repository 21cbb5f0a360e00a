package dev.callbook.wire;

import java.util.Locale;

/// What is wrong with a value, apart from where it stands: what pages find their words by. The API
/// says the same in English, in [FieldError#message].
public sealed interface Problem {
  /// Nothing was sent where something must be.
  record Missing() implements Problem {}

  /// A text of `sent` characters where `most` fit.
  record TooLong(int most, int sent) implements Problem {}

  /// A text of fewer than `least` characters.
  record TooShort(int least) implements Problem {}

  /// Fewer than `least` items.
  record TooFew(int least) implements Problem {}

  /// The same item twice.
  record Repeated() implements Problem {}

  /// None of the options there are.
  record NoOption() implements Problem {}

  /// Takes no new value any more.
  record Disabled() implements Problem {}

  /// No date that the calendar has.
  record NoDate() implements Problem {}

  /// No date with a time and an offset.
  record NoTime() implements Problem {}

  /// No number within the field's limits.
  record NoSuchNumber() implements Problem {}

  /// More than `most` items.
  record TooMany(int most) implements Problem {}

  /// No e-mail address.
  record NoEmailAddress() implements Problem {}

  /// No web address that starts with `https://` or `http://`.
  record NoWebAddress() implements Problem {}

  /// A phone number without a digit.
  record NoDigits() implements Problem {}

  /// No country's two letters.
  record NoCountry() implements Problem {}

  /// A screen name of other characters than letters, digits and underscores.
  record NoScreenName() implements Problem {}

  /// A number below zero, or none at all.
  record NoCount() implements Problem {}

  /// No whole number from `least` to `most`.
  record OutOfRange(int least, int most) implements Problem {}

  /// Names what does not exist, or what the caller may not see.
  record Unknown() implements Problem {}

  /// A division that does not exist, or in which the caller lacks the permission.
  record NotYours() implements Problem {}

  /// Chosen once, when the record was created.
  record Fixed() implements Problem {}

  /// Another record has the value already, and only one may.
  record Taken() implements Problem {}

  /// A program that is not known here, or not by the address it named.
  record NotRegistered() implements Problem {}

  /// The record is of a kind, or in a state, that this cannot be done with.
  record Impossible() implements Problem {}

  /// Cannot be read as what it should be.
  record Unreadable() implements Problem {}

  /// What whoever found it says, in any language.
  record Said(Sayable words) implements Problem {}

  /// What can be said in any language.
  interface Sayable {
    String in(Locale language);
  }

  /// What a rule's code says where nobody said more.
  static Problem ofRule(String rule) {
    return switch (rule) {
      case "required" -> new Missing();
      case "unknown" -> new Unknown();
      case "fixed" -> new Fixed();
      case "disabled" -> new Disabled();
      default -> new Unreadable();
    };
  }
}
