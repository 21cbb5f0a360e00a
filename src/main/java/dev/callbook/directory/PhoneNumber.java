package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A phone number as a record keeps it.
///
/// @param userInput what was typed
/// @param display the international form; what was typed, where that does not parse
/// @param e164 null where it does not parse
/// @param extension digits; null for none
/// @param countryCode ISO 3166 country the number belongs to; null where it does not parse or
///   belongs to none
/// @param region ISO 3166 country it was read in, where one was given
/// @param acceptsSms whether agents may send SMS to it; off unless switched on for this very number
/// @param lookupKey the one form that callers' numbers are brought to as well; null where it can
///   never match
/// @param digits its digits, the country code first where known: what a search for a part of a
///   number reads
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneNumber(
    String userInput,
    String display,
    @Nullable String e164,
    @Nullable String extension,
    @Nullable String countryCode,
    @Nullable String region,
    boolean acceptsSms,
    @Nullable String lookupKey,
    String digits) {
  /// The same number with SMS switched on or off.
  public PhoneNumber acceptingSms(boolean on) {
    return new PhoneNumber(
        userInput, display, e164, extension, countryCode, region, on, lookupKey, digits);
  }
}
