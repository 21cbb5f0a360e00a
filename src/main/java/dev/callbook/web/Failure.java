package dev.callbook.web;

/// Why a page cannot be shown.
public enum Failure {
  /// Nothing is there, or nothing this user may see.
  NOT_FOUND(404),
  /// The user may not do this.
  FORBIDDEN(403),
  /// A fault of ours, logged under the context id.
  BROKEN(500);

  private final int status;

  Failure(int status) {
    this.status = status;
  }

  /// The HTTP status that goes with the page.
  public int status() {
    return status;
  }
}
