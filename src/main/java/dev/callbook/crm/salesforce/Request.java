package dev.callbook.crm.salesforce;

import java.util.Optional;

/// What to ask of the API.
///
/// @param path with its query, encoded; relative to the org's address
/// @param body JSON, of writes
/// @param isRestOfResult whether it ends with the session that began the result
record Request(
    String method, String path, String accept, Optional<String> body, boolean isRestOfResult) {
  static Request get(String path) {
    return new Request("GET", path, "application/json", Optional.empty(), false);
  }

  static Request rest(String path) {
    return new Request("GET", path, "application/json", Optional.empty(), true);
  }

  static Request csv(String path) {
    return new Request("GET", path, "text/csv", Optional.empty(), false);
  }

  static Request send(String method, String path, String json) {
    return new Request(method, path, "application/json", Optional.of(json), false);
  }

  static Request delete(String path) {
    return new Request("DELETE", path, "application/json", Optional.empty(), false);
  }
}
