package dev.callbook.directory;

import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import dev.callbook.wire.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Reads a phone number from what was typed. A number need not be valid, not even parse: it is kept
/// as typed, and then nobody is found by it.
@ApplicationScoped
public class PhoneReader {
  private static final int MAX_DISPLAY = 512;

  /// Country code and number. Source: ITU-T E.164, section 6.
  private static final int MAX_INTERNATIONAL = 15;

  private final PhoneNumbers numbers;

  PhoneReader(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// @param region for numbers without a country code, where the number names none itself
  /// @return null where nothing was sent, or something is wrong and noted
  public @Nullable PhoneNumber read(
      Checks checks, String field, @Nullable PhoneJson sent, String region) {
    if (sent == null) {
      return null;
    }
    String typed = checks.text(field + ".display", sent.display(), MAX_DISPLAY);
    if (typed == null) {
      if (sent.extension() != null || Boolean.TRUE.equals(sent.acceptsSms())) {
        checks.note(
            field + ".display",
            "required",
            "A phone number needs its digits in display.",
            new Problem.NoDigits());
      }
      return null;
    }
    String own =
        checks.text(field + ".normalizationCountryCode", sent.normalizationCountryCode(), 4);
    if (own != null && Region.find(own).isEmpty()) {
      checks.note(
          field + ".normalizationCountryCode",
          "invalid.value",
          "Name a country by its two letters, such as ES.",
          new Problem.NoCountry());
      own = null;
    }
    if (sent.extension() != null && sent.extension() < 0) {
      checks.note(
          field + ".extension",
          "invalid.value",
          "An extension must not be negative.",
          new Problem.NoCount());
    }
    String extension = sent.extension() == null ? null : sent.extension().toString();
    PhoneNumber number =
        of(
            typed,
            own == null ? region : own,
            own,
            extension,
            Boolean.TRUE.equals(sent.acceptsSms()));
    if (number.digits().isEmpty()) {
      checks.note(
          field + ".display",
          "invalid.value",
          "A phone number needs at least one digit.",
          new Problem.NoDigits());
      return null;
    }
    return number;
  }

  /// As [#read], but digits without a plus are a whole international number, as WhatsApp writes
  /// them.
  public @Nullable PhoneNumber readInternational(
      Checks checks, String field, @Nullable PhoneJson sent, String region) {
    if (sent == null || sent.display() == null || sent.display().isBlank()) {
      return read(checks, field, sent, region);
    }
    String typed = sent.display().strip();
    boolean isBare =
        typed.chars().allMatch(c -> c >= '0' && c <= '9')
            && typed.length() > 7
            && typed.length() <= MAX_INTERNATIONAL
            && typed.charAt(0) != '0';
    return read(
        checks,
        field,
        isBare
            ? new PhoneJson(
                null,
                "+" + typed,
                sent.extension(),
                sent.acceptsSms(),
                sent.normalizationCountryCode(),
                null,
                null,
                null)
            : sent,
        region);
  }

  /// A number as it is kept.
  ///
  /// @param typed what was typed; not blank
  /// @param region for numbers without a country code
  /// @param ownRegion what the number itself named; kept
  /// @param extension digits, where given apart from the number
  public PhoneNumber of(
      String typed,
      String region,
      @Nullable String ownRegion,
      @Nullable String extension,
      boolean acceptsSms) {
    ParsedNumber parsed = numbers.parse(typed, Region.find(region).orElseThrow());
    return switch (parsed) {
      case ParsedNumber.Full full ->
          new PhoneNumber(
              typed,
              full.display(),
              full.e164().value(),
              extension == null ? full.extension().orElse(null) : extension,
              full.region().map(Region::code).orElse(null),
              ownRegion,
              acceptsSms,
              full.key().value(),
              full.e164().value().substring(1));
      case ParsedNumber.ShortCode few ->
          new PhoneNumber(
              typed,
              typed,
              null,
              extension,
              null,
              ownRegion,
              acceptsSms,
              few.key().value(),
              few.digits());
      case ParsedNumber.Unparseable none ->
          new PhoneNumber(
              typed, typed, null, extension, null, ownRegion, acceptsSms, null, none.digits());
    };
  }
}
