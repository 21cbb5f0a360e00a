package dev.callbook.phone;

import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.ParsedNumber.ShortCode;
import dev.callbook.phone.ParsedNumber.Unparseable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads telephone numbers as people type them and as trunks send them. One function serves both,
/// so the key of a stored number and the key of a caller are comparable.
///
/// A number in ordinary spelling is judged by the numbering plans alone; what is left, such as
/// words, carrier codes and unusual extensions, goes through libphonenumber's parser, which takes
/// several times as long. Safe for many threads.
@Singleton
public final class PhoneNumbers {
  /// Longer texts hold no number, and the parser looks at none longer.
  private static final int LONGEST_TEXT = 250;

  private static final int LONGEST_SHORT_NUMBER = 6;
  private static final int MOST_DIGITS = 17;

  private final NumberingPlans plans = new NumberingPlans();
  private final LenientReader lenient = new LenientReader(plans);

  /// Reads one number.
  ///
  /// @param typed digits of any script, separators, words, an extension; or a `tel:` or `sip:` URI
  /// @param region whose numbers need no country code: the trunk's for a caller, the organization's
  ///   for typed text
  public ParsedNumber parse(String typed, Region region) {
    NumberUri uri = NumberUri.find(typed);
    return uri == null ? read(NumberText.of(typed), region) : parse(uri, region);
  }

  /// RFC 3966 gives a local number a context: the first digits of an international number, or a
  /// domain. The digits are put in front where that gives a valid number; otherwise they only tell
  /// the country.
  ParsedNumber parse(NumberUri uri, Region region) {
    String extension = uri.parameter("ext");
    String user = extension.isEmpty() ? uri.user() : uri.user() + ";ext=" + extension;
    NumberText text = NumberText.of(user);
    String context = uri.parameter("phone-context");
    if (text.plus() || !context.startsWith("+")) {
      return read(text, region);
    }
    ParsedNumber joined = read(NumberText.of(context + user), region);
    if (joined instanceof Full full && full.valid()) {
      return full;
    }
    NumberingPlan plan = plans.leadingIn(NumberText.of(context).digits());
    Region meant = plan == null ? null : plan.mainRegion();
    return read(text, meant == null ? region : meant);
  }

  private ParsedNumber read(NumberText text, Region region) {
    String digits = text.digits();
    if (digits.isEmpty()) {
      return new Unparseable(digits, Doubts.NO_DIGITS);
    }
    if (text.cleaned().length() > LONGEST_TEXT || (text.plain() && digits.length() > MOST_DIGITS)) {
      return new Unparseable(digits, Doubts.tooLong(digits.length()));
    }
    ParsedNumber settled = text.plain() ? readPlain(text, region) : readExtended(text, region);
    return settled == null ? readLeniently(text, region) : settled;
  }

  /// Reads what is spelt in the ordinary way; null if the plans alone do not settle it.
  private @Nullable ParsedNumber readPlain(NumberText text, Region region) {
    String digits = text.digits();
    if (text.plus()) {
      return international(digits);
    }
    NumberingPlan plan = plans.of(region);
    return digits.length() <= LONGEST_SHORT_NUMBER
        ? readFew(digits, plan, region)
        : readMany(digits, plan, region);
  }

  private @Nullable Full readExtended(NumberText text, Region region) {
    NumberText.Extended parts = text.extended();
    return parts != null && readPlain(parts.number(), region) instanceof Full full
        ? full.withExtension(parts.extension())
        : null;
  }

  /// Up to six digits are a short number, unless some full number of the region has no more. Where
  /// a prefix leads out of the local network, digits without the prefix are a full number only if
  /// they reach a service.
  private static ParsedNumber readFew(String digits, NumberingPlan plan, Region region) {
    Full full = atHome(digits, plan, region);
    if (full != null && (digits.startsWith(plan.trunkPrefix(region)) || !full.kind().isLine())) {
      return full;
    }
    return digits.length() == 1
        ? new Unparseable(digits, Doubts.of(plan, digits, region))
        : new ShortCode(region, digits);
  }

  /// Digits that begin with the region's own country code may be an international number that lost
  /// its `+`. They are, where a national number would need a prefix that they lack; elsewhere the
  /// national reading wins, and is marked.
  private static @Nullable Full readMany(String digits, NumberingPlan plan, Region region) {
    Full home = atHome(digits, plan, region);
    Full abroad =
        digits.startsWith(String.valueOf(plan.callingCode()))
            ? Reading.ofInternational(plan, digits).ifValid()
            : null;
    if (home == null || abroad == null || home.e164().equals(abroad.e164())) {
      return home == null ? abroad : home;
    }
    return digits.startsWith(plan.trunkPrefix(region)) ? home.asAmbiguous() : abroad;
  }

  private static @Nullable Full atHome(String digits, NumberingPlan plan, Region region) {
    String prefix = plan.trunkPrefix(region);
    Full full =
        prefix.isEmpty() || !digits.startsWith(prefix)
            ? null
            : new Reading(plan, digits.substring(prefix.length())).ifValid();
    return full == null ? new Reading(plan, digits).ifValid() : full;
  }

  private @Nullable Full international(String digits) {
    NumberingPlan plan = plans.leadingIn(digits);
    return plan == null ? null : Reading.ofInternational(plan, digits).ifValid();
  }

  private ParsedNumber readLeniently(NumberText text, Region region) {
    Optional<Reading> reading = lenient.read(text.cleaned(), region);
    Full valid = reading.map(Reading::ifValid).orElse(null);
    if (valid == null) {
      valid = secondTry(text, region, reading);
    }
    if (valid != null) {
      return valid;
    }
    return reading
        .map(it -> doubtful(it, text, region))
        .orElseGet(() -> new Unparseable(text.digits(), noReading(text)));
  }

  /// Two guesses: a word behind the number is a remark, not letters to dial; and digits that are no
  /// number at home are one from abroad.
  private @Nullable Full secondTry(NumberText text, Region region, Optional<Reading> first) {
    if (!text.plain()) {
      return text.hasLetters()
              && read(NumberText.of(text.withoutWords()), region) instanceof Full full
              && full.valid()
          ? full
          : null;
    }
    boolean fits = first.map(Reading::fitsLength).orElse(false);
    if (text.plus() || fits) {
      return null;
    }
    String digits = text.digits();
    Full abroad = international(digits.startsWith("00") ? digits.substring(2) : digits);
    return abroad == null ? null : abroad.asAmbiguous();
  }

  /// An extension written with a word in front, such as `ext. 4512`, is a short number like its
  /// bare digits.
  private static ParsedNumber doubtful(Reading reading, NumberText text, Region region) {
    String digits = reading.national();
    boolean few = digits.length() > 1 && digits.length() <= LONGEST_SHORT_NUMBER;
    return few && !text.plus() && digits.equals(text.digits())
        ? new ShortCode(region, digits)
        : reading.evenIfDoubtful(text.digits(), region);
  }

  private String noReading(NumberText text) {
    String digits = text.digits();
    if (digits.length() > MOST_DIGITS) {
      return Doubts.tooLong(digits.length());
    }
    NumberingPlan plan = text.plus() ? plans.leadingIn(digits) : null;
    if (plan != null) {
      return Doubts.of(plan, digits.substring(plan.codeLength()), plan.mainRegion());
    }
    return text.plus() ? Doubts.noSuchCountryCode(digits) : Doubts.NO_DIGITS;
  }
}
