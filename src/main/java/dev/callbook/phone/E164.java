package dev.callbook.phone;

import java.util.regex.Pattern;

/// A telephone number in E.164 form: `+`, country code, subscriber number; 7 to 15 digits. Source:
/// ITU-T E.164, section 6.
public record E164(String value) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");

  public E164 {
    if (!fits(value)) {
      // The number stays out of the message: it is personal data, and messages reach logs.
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  static boolean fits(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
