package dev.callbook.testing.salesforce;

import java.util.List;

/// A request that the org declines, in its own words.
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;
  private final transient List<String> fields;

  ApiError(int status, String code, String message, String... fields) {
    super(code + ": " + message, null, false, false);
    this.status = status;
    this.code = code;
    this.text = message;
    this.fields = List.of(fields);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String text() {
    return text;
  }

  List<String> fields() {
    return fields;
  }
}
