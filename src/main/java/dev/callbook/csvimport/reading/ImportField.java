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
  /// Which of them, the settings say.
  CUSTOM_FIELD,
  DIVISION,
  ORGANIZATION_ID,
  ORGANIZATION_TYPE,
  ORGANIZATION_INDUSTRY,
  ORGANIZATION_PHONE,
  ORGANIZATION_FAX,
  ORGANIZATION_WEBSITE(Kind.WEBSITE),
  ORGANIZATION_ADDRESS_1,
  ORGANIZATION_ADDRESS_2,
  ORGANIZATION_CITY,
  ORGANIZATION_STATE,
  ORGANIZATION_POSTAL_CODE,
  ORGANIZATION_COUNTRY_CODE,
  ORGANIZATION_EMPLOYEES,
  ORGANIZATION_REVENUE,
  ORGANIZATION_TAGS,
  ORGANIZATION_TICKER,
  ORGANIZATION_EXCHANGE,
  ORGANIZATION_X_HANDLE,
  ORGANIZATION_URL,
  /// As `CUSTOM_FIELD`.
  ORGANIZATION_CUSTOM_FIELD;

  /// What the cells of a column hold, where several columns of a file may be the same field.
  public enum Kind {
    SINGLE,
    PHONE,
    /// Belongs to the number of the same label, the first to the first and so on.
    EXTENSION,
    /// Whether agents may send SMS to the number of the same label; off wherever a cell does not
    /// clearly say yes.
    SMS_PERMISSION,
    EMAIL,
    WEBSITE
  }

  /// Whose phone or e-mail it is.
  enum Label {
    WORK,
    CELL,
    HOME,
    OTHER
  }

  private final Kind kind;
  private final boolean ofOrganization = name().startsWith("ORGANIZATION_");

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
  /// and e-mails, an organization of websites.
  public boolean repeats() {
    return this == IGNORE || isCustom() || kind != Kind.SINGLE;
  }

  /// Whether the settings say which field of a schema it is.
  public boolean isCustom() {
    return this == CUSTOM_FIELD || this == ORGANIZATION_CUSTOM_FIELD;
  }

  /// Whether it is a field of an organization; a contact's row may have them too.
  public boolean isOfOrganization() {
    return ofOrganization;
  }

  /// Whether it says more of an organization than its name.
  public boolean describesOrganization() {
    return this != ORGANIZATION_NAME && isOfOrganization();
  }
}
