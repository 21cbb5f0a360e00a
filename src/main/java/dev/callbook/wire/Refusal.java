package dev.callbook.wire;

import java.util.List;
import java.util.UUID;

/// A request that was understood and declined. Thrown where the reason is known, answered in one
/// place.
///
/// Messages never hold personal data: they reach logs and other people's screens.
public abstract sealed class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Refusal(String message) {
    // A refusal is an answer, not a fault: no stack trace is collected.
    super(message, null, false, false);
  }

  /// Absent, or outside the caller's scope: the caller cannot tell which.
  public static final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String kind;
    private final String id;

    public NotFound(String kind, String id) {
      super("No such " + kind + ".");
      this.kind = kind;
      this.id = id;
    }

    public NotFound(String kind, UUID id) {
      this(kind, id.toString());
    }

    public String kind() {
      return kind;
    }

    public String id() {
      return id;
    }
  }

  /// Someone else changed the record since the caller read it.
  public static final class Outdated extends Refusal {
    private static final long serialVersionUID = 1L;
    private final UUID id;

    public Outdated(String kind, UUID id) {
      super("Someone else changed this " + kind + " since you read it. Read it again, then save.");
      this.id = id;
    }

    public UUID id() {
      return id;
    }
  }

  /// The request contradicts what is stored, or itself.
  public static final class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Problem problem;

    /// Another record has the field's value already.
    public Conflict(String field, String message) {
      this(field, message, new Problem.Taken());
    }

    public Conflict(String field, String message, Problem problem) {
      super(message);
      this.field = field;
      this.problem = problem;
    }

    /// What is wrong, for pages.
    public FieldError error() {
      return new FieldError(field, "conflict", String.valueOf(getMessage()), problem);
    }

    public String field() {
      return field;
    }
  }

  /// The record lives on as another, or as part of one, which a write must name.
  public static final class Superseded extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String kind;
    private final UUID successor;

    public Superseded(String kind, UUID id, UUID successor) {
      super("The " + kind + " " + id + " lives on as " + successor + ". Use that one.");
      this.kind = kind;
      this.successor = successor;
    }

    public String kind() {
      return kind;
    }

    /// The id of the record that it is part of now.
    public UUID successor() {
      return successor;
    }
  }

  /// One or more fields break their rule. Nothing was written.
  public static final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
      super(errors.getFirst().message());
      this.errors = List.copyOf(errors);
    }

    public Invalid(String field, String rule, String message) {
      this(List.of(new FieldError(field, rule, message)));
    }

    public Invalid(String field, String rule, String message, Problem problem) {
      this(List.of(new FieldError(field, rule, message, problem)));
    }

    public List<FieldError> errors() {
      return errors;
    }

    /// The same about fields of a part of what was sent. @param path the part's, with a dot at its
    /// end
    public Invalid within(String path) {
      return new Invalid(
          errors.stream()
              .map(e -> new FieldError(path + e.field(), e.rule(), e.message(), e.problem()))
              .toList());
    }
  }

  /// More items than one request may carry.
  public static final class TooMany extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final int limit;

    public TooMany(String field, int limit) {
      super(field + " holds more than " + limit + " items. Send them in several requests.");
      this.field = field;
      this.limit = limit;
    }

    public String field() {
      return field;
    }

    public int limit() {
      return limit;
    }
  }

  /// More requests than a token may send in a minute.
  public static final class TooFast extends Refusal {
    private static final long serialVersionUID = 1L;

    /// @param seconds until requests are taken again
    public TooFast(int allowed, int seconds) {
      super(
          "More than "
              + allowed
              + " requests in a minute. Try again in "
              + seconds
              + (seconds == 1 ? " second." : " seconds."));
    }
  }

  /// The caller is known and lacks the permission.
  public static final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String permission;

    public Forbidden(String permission) {
      super("You lack the permission " + permission + ".");
      this.permission = permission;
    }

    public String permission() {
      return permission;
    }
  }

  /// The caller is not known.
  public static final class Unauthenticated extends Refusal {
    private static final long serialVersionUID = 1L;
    private final String code;

    private Unauthenticated(String code, String message) {
      super(message);
      this.code = code;
    }

    public static Unauthenticated noToken() {
      return new Unauthenticated("authentication.required", "No authentication token was sent.");
    }

    public static Unauthenticated badToken() {
      return new Unauthenticated("bad.credentials", "The token is unknown, expired or revoked.");
    }

    public String code() {
      return code;
    }
  }
}
