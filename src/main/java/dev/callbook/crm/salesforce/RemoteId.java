package dev.callbook.crm.salesforce;

import java.util.regex.Pattern;

/// A record's id, in the form of 18 characters. Ids that differ in case only are different ids; the
/// last three characters keep them apart even where case is lost.
///
/// @param value 18 characters; made longer if 15 were given
public record RemoteId(String value) implements Comparable<RemoteId> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]{15}([A-Z0-5]{3})?");
  private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int SHORT = 15;

  public RemoteId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a Salesforce id");
    }
    String whole = value.substring(0, SHORT) + suffix(value);
    if (value.length() > SHORT && !whole.equals(value)) {
      throw new IllegalArgumentException("not a Salesforce id: its end does not fit its start");
    }
    value = whole;
  }

  /// One character for each five: a bit for each capital, the first lowest.
  private static String suffix(String id) {
    StringBuilder suffix = new StringBuilder();
    for (int start = 0; start < SHORT; start += 5) {
      int capitals = 0;
      for (int bit = 0; bit < 5; bit++) {
        if (Character.isUpperCase(id.charAt(start + bit))) {
          capitals |= 1 << bit;
        }
      }
      suffix.append(SUFFIXES.charAt(capitals));
    }
    return suffix.toString();
  }

  @Override
  public int compareTo(RemoteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
