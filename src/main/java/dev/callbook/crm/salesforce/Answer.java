package dev.callbook.crm.salesforce;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// A successful answer, whose body is still on its way.
record Answer(int status, HttpHeaders headers, InputStream body) {
  /// Reads a body. Whatever it throws as an [IOException] counts as an answer that did not arrive.
  @FunctionalInterface
  interface Reader<T> {
    T read(Answer answer) throws IOException;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
