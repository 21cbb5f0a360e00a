package dev.callbook.testing.salesforce;

/// What may go wrong with one request.
public sealed interface Fault {
  /// The org, or something in front of it, answers this in place of what was asked for.
  record Says(int status, String contentType, String body) implements Fault {}

  /// The connection is reset before anything was done.
  record Resets() implements Fault {}

  /// What was asked for is done, and the connection is reset before the answer.
  record LosesTheAnswer() implements Fault {}

  /// The answer ends in its middle, without an error.
  record CutsTheAnswer() implements Fault {}

  /// The answer begins and never goes on.
  record Stalls() implements Fault {}

  static Fault error(int status, String code, String message) {
    return new Says(
        status,
        "application/json;charset=UTF-8",
        "[{\"message\":\"%s\",\"errorCode\":\"%s\"}]".formatted(message, code));
  }

  /// No more requests before tomorrow.
  static Fault dailyLimit() {
    return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  /// Too many long requests at this moment: the same status and code as [#dailyLimit].
  static Fault concurrentLimit() {
    return error(
        403,
        "REQUEST_LIMIT_EXCEEDED",
        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
  }

  /// A page for people, from a proxy or while the org is being maintained.
  static Fault page(int status) {
    return new Says(
        status, "text/html", "<html><body><h1>We are down for maintenance.</h1></body></html>");
  }

  static Fault empty(int status) {
    return new Says(status, "text/plain", "");
  }
}
