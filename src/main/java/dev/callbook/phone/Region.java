package dev.callbook.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A country or territory with a numbering plan, by its ISO 3166-1 code: two capital letters, such
/// as `ES`.
public record Region(String code) {
  private static final Set<String> KNOWN =
      Set.copyOf(PhoneNumberUtil.getInstance().getSupportedRegions());

  /// Names that English puts an article before.
  private static final Pattern WITH_ARTICLE =
      Pattern.compile(
          "United .*|.* Islands|.* Republic|Netherlands|Philippines|Bahamas|Maldives|Seychelles|Comoros|Gambia");

  public Region {
    if (!KNOWN.contains(code)) {
      throw new IllegalArgumentException(
          "no region with a numbering plan: two capital letters are expected");
    }
  }

  /// Finds the region that `code`, in any case, names; empty if there is none.
  public static Optional<Region> find(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return KNOWN.contains(upper) ? Optional.of(new Region(upper)) : Optional.empty();
  }

  /// The digits after `+` that lead to the region: 34 for Spain; 1 for the United States and 24
  /// others.
  public int callingCode() {
    return PhoneNumberUtil.getInstance().getCountryCodeForRegion(code);
  }

  /// The English name as it stands inside a sentence: `Spain`, `the United States`.
  String inWords() {
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return WITH_ARTICLE.matcher(name).matches() ? "the " + name : name;
  }
}
