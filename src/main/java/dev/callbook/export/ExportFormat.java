package dev.callbook.export;

import java.util.Locale;

/// How an export's file is written.
public enum ExportFormat {
  CSV("text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /// A record a line, as JSON.
  JSONL("application/x-ndjson");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// The word in tables and forms, and the ending of the file's name.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExportFormat ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
