package dev.callbook.web;

import dev.callbook.wire.Refusal;

/// Why a page cannot be shown.
public enum Failure {
  /// Nothing is there, or nothing this user may see.
  NOT_FOUND(404),
  /// The user may not do this.
  FORBIDDEN(403),
  /// Someone else changed the record since the user's page was made.
  OUTDATED(409),
  /// What was asked for contradicts what is stored.
  CONFLICT(409),
  /// The address or the form holds what no page of ours sends.
  NOT_UNDERSTOOD(400),
  /// More was sent than is taken at once.
  TOO_LARGE(413),
  /// The database cannot be had, or not in time; a moment later it may.
  BUSY(503),
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

  static Failure of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound _ -> NOT_FOUND;
      case Refusal.Outdated _ -> OUTDATED;
      case Refusal.Conflict _, Refusal.Superseded _ -> CONFLICT;
      case Refusal.Invalid _, Refusal.TooFast _ -> NOT_UNDERSTOOD;
      case Refusal.TooMany _ -> TOO_LARGE;
      case Refusal.Forbidden _, Refusal.Unauthenticated _ -> FORBIDDEN;
    };
  }

  static Failure ofStatus(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 403 -> FORBIDDEN;
      case 409 -> CONFLICT;
      case 413 -> TOO_LARGE;
      default -> status >= 500 ? BROKEN : NOT_UNDERSTOOD;
    };
  }
}
