package dev.callbook.contact;

import java.util.Locale;

/// One of a contact's e-mail addresses. @param label `work`, `personal`, `other`, or any other word
public record ContactEmail(String label, String address) {
  /// The form in which e-mail addresses are compared.
  public String key() {
    return key(address);
  }

  /// The form in which e-mail addresses are compared.
  public static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
