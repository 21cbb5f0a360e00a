package dev.callbook.phone;

/// What a number is for, as its numbering plan tells. Source: libphonenumber's `PhoneNumberType`.
public enum NumberKind {
  FIXED_LINE,
  MOBILE,
  /// The plan does not tell the two apart, as in North America.
  FIXED_LINE_OR_MOBILE,
  TOLL_FREE,
  PREMIUM_RATE,
  SHARED_COST,
  VOIP,
  PERSONAL,
  PAGER,
  /// One number for a company, reached from everywhere alike.
  COMPANY,
  VOICEMAIL,
  /// No number of the plan looks like this.
  UNKNOWN;

  /// Whether a person's own telephone rings.
  boolean isLine() {
    return this == FIXED_LINE || this == MOBILE || this == FIXED_LINE_OR_MOBILE;
  }
}
