package dev.callbook.crm.salesforce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of what an org may be asked within 24 hours is used, by everybody together.
/// Approximate, and a little late.
public record Usage(long used, long most) {
  private static final Pattern HEADER = Pattern.compile("\\bapi-usage=(\\d{1,15})/(\\d{1,15})");

  /// @param header `Sforce-Limit-Info`
  static Optional<Usage> of(String header) {
    Matcher matcher = HEADER.matcher(header);
    return matcher.find()
        ? Optional.of(new Usage(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
