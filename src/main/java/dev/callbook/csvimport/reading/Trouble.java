package dev.callbook.csvimport.reading;

/// What can be wrong with a file, a row of it or a cell. The texts are in
/// `trouble_<language>.properties`; the constants' names are stored with reports.
public enum Trouble {
  EMPTY,
  ONLY_A_HEADER,

  // Another kind of file.
  WEB_PAGE,
  XML,
  VCARD,
  JSON,
  PDF,
  PICTURE,
  RTF,
  ZIP,
  BZIP2,
  XZ,
  ZSTANDARD,
  SEVEN_ZIP,
  RAR,
  OPEN_DOCUMENT,
  BINARY,

  // Encodings.
  UTF_32,
  UNKNOWN_ENCODING,
  /// The encoding's name.
  BROKEN_CHARACTER,

  // Places in a text.
  /// The line, and what is wrong there.
  LINE,
  /// How many fit.
  TOO_MANY_COLUMNS,
  CELL_TOO_LONG,
  ROW_TOO_LONG,
  QUOTE_WITHOUT_END,
  QUOTE_SWALLOWS,
  QUOTE_IN_CELL,

  // Packed files.
  GZIP_BROKEN,
  GZIP_CUT_OFF,
  GZIP_IN_GZIP,
  WORKBOOK_IN_GZIP,
  EXPANDS_TOO_FAR,

  // Workbooks.
  OLD_WORKBOOK,
  BINARY_WORKBOOK,
  PROTECTED_WORKBOOK,
  WORKBOOK_BROKEN,
  WORKBOOK_CUT_OFF,
  WORKBOOK_DECLARES_ENTITIES,
  WORKBOOK_WITHOUT_SHEETS,
  NO_SUCH_SHEET,
  SHEET_EMPTY,

  // Rows and cells.
  /// How many cells the row has, and how many the header.
  TOO_MANY_CELLS,
  /// The same.
  TOO_FEW_CELLS,
  /// The same, of a sheet.
  CELLS_BESIDE,
  NUL_CHARACTER,
  DIGITS_LOST,
  SCIENTIFIC,
  /// The error's name, such as `#N/A`.
  CELL_ERROR,
  FORMULA_WITHOUT_RESULT,
  EXTENSION_NOT_DIGITS,
  NEITHER_YES_NOR_NO,
  NO_WHOLE_NUMBER,
  NO_NUMBER,
  NO_DATE,
  OTHER_SCHEMA,
  NO_SUCH_DIVISION,
  OTHER_ORGANIZATION_SCHEMA,
  /// How many organizations.
  SEVERAL_BY_NAME,
  /// The same.
  SEVERAL_BY_WEBSITE,
  /// How many contacts.
  SEVERAL_BY_EMAIL,
  /// The same.
  SEVERAL_BY_PHONE,
  /// How many contacts, and how many a merge takes.
  TOO_MANY_BY_EMAIL,
  /// The same.
  TOO_MANY_BY_PHONE,

  // What its owner decides about an import.
  /// How many MB are taken.
  FILE_TOO_LARGE,
  /// How many columns the file has, and how many were named.
  OTHER_COLUMNS,
  /// The field's word.
  TWO_COLUMNS_ALIKE,
  NO_LAST_NAME,
  NO_FIRST_NAME,
  /// How many characters fit.
  SOURCE_TOO_LONG,
  NO_RIGHT_TO_ORGANIZATIONS,
  NO_RIGHT_TO_CORRECT_ORGANIZATIONS,
  NO_ORGANIZATION_NAME,
  CONTACT_AMONG_ORGANIZATIONS,
  KEY_OF_ORGANIZATIONS,
  KEY_OF_CONTACTS,
  NO_SUCH_REGION,
  NO_SUCH_TIME_ZONE,
  VALUES_NOT_READ
}
