package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A phone number on the wire. Source: model `PhoneNumber`; `label` is our addition.
///
/// @param display what was typed, on write; the international form, on read
/// @param normalizationCountryCode region for numbers typed without a country code
/// @param userInput what was typed; ignored on write
/// @param e164 ignored on write
/// @param countryCode ignored on write
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneJson(
    @Nullable String label,
    @Nullable String display,
    @Nullable Long extension,
    @JsonProperty("acceptsSMS") @Nullable Boolean acceptsSms,
    @Nullable String normalizationCountryCode,
    @Nullable String userInput,
    @Nullable String e164,
    @Nullable String countryCode) {

  /// @param label null within a slot, which names the label itself
  public static PhoneJson of(@Nullable String label, PhoneNumber number) {
    return new PhoneJson(
        label,
        number.display(),
        number.extension() == null ? null : Long.valueOf(number.extension()),
        number.acceptsSms(),
        number.region(),
        number.userInput(),
        number.e164(),
        number.countryCode());
  }
}
