package dev.callbook.csvimport.reading;

/// What a column of a file can become. The constants' names are stored with saved mappings.
public enum ImportField {
  IGNORE,
  EXTERNAL_ID,
  FIRST_NAME,
  MIDDLE_NAME,
  LAST_NAME,
  FULL_NAME,
  SALUTATION,
  TITLE,
  ORGANIZATION_NAME,
  WORK_PHONE(Kind.PHONE),
  WORK_PHONE_EXTENSION(Kind.EXTENSION),
  WORK_PHONE_SMS(Kind.SMS_PERMISSION),
  CELL_PHONE(Kind.PHONE),
  CELL_PHONE_EXTENSION(Kind.EXTENSION),
  CELL_PHONE_SMS(Kind.SMS_PERMISSION),
  HOME_PHONE(Kind.PHONE),
  HOME_PHONE_EXTENSION(Kind.EXTENSION),
  HOME_PHONE_SMS(Kind.SMS_PERMISSION),
  OTHER_PHONE(Kind.PHONE),
  OTHER_PHONE_EXTENSION(Kind.EXTENSION),
  OTHER_PHONE_SMS(Kind.SMS_PERMISSION),
  WORK_EMAIL(Kind.EMAIL),
  PERSONAL_EMAIL(Kind.EMAIL),
  OTHER_EMAIL(Kind.EMAIL),
  ADDRESS_1,
  ADDRESS_2,
  CITY,
  STATE,
  POSTAL_CODE,
  COUNTRY_CODE,
  WHATSAPP,
  X_HANDLE,
  FACEBOOK,
  LINE,
  INSTAGRAM,
  SURVEY_OPT_OUT,
  EXTERNAL_SYSTEM_URL,
  /// Which of them, the settings say. Only through the public API.
  CUSTOM_FIELD,
  DIVISION;

  /// What the cells of a column hold, where several columns of a file may be the same field.
  public enum Kind {
    SINGLE,
    PHONE,
    /// Belongs to the number of the same label, the first to the first and so on.
    EXTENSION,
    /// Whether agents may send SMS to the number of the same label; off wherever a cell does not
    /// clearly say yes.
    SMS_PERMISSION,
    EMAIL
  }

  /// Whose phone or e-mail it is.
  enum Label {
    WORK,
    CELL,
    HOME,
    OTHER
  }

  private final Kind kind;

  ImportField() {
    this(Kind.SINGLE);
  }

  ImportField(Kind kind) {
    this.kind = kind;
  }

  static ImportField phone(Label label) {
    return valueOf(label + "_PHONE");
  }

  static ImportField extension(Label label) {
    return valueOf(label + "_PHONE_EXTENSION");
  }

  static ImportField smsPermission(Label label) {
    return valueOf(label + "_PHONE_SMS");
  }

  static ImportField email(Label label) {
    return switch (label) {
      case WORK -> WORK_EMAIL;
      case HOME -> PERSONAL_EMAIL;
      case CELL, OTHER -> OTHER_EMAIL;
    };
  }

  public Kind kind() {
    return kind;
  }

  /// Whether several columns of one file may become this field: a contact has any number of phones
  /// and e-mails.
  public boolean repeats() {
    return this == IGNORE || this == CUSTOM_FIELD || kind != Kind.SINGLE;
  }
}
