package dev.callbook.crm.salesforce;

/// Why Salesforce did not do what it was asked. What can be healed by asking again, by signing in
/// again or by asking for less has been tried before.
///
/// Messages hold codes and no text of records, so that they may reach the log.
public abstract sealed class SalesforceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SalesforceFailure(String message) {
    super(message, null, false, false);
  }

  /// The credentials are not accepted, or what they give is not: somebody has to change the set-up.
  public static final class SignInRefused extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final String reason;

    SignInRefused(String code, String reason) {
      super("sign-in refused: " + code + ": " + reason);
      this.reason = reason;
    }

    /// Salesforce's own words, such as `user hasn't approved this consumer`.
    public String reason() {
      return reason;
    }
  }

  /// The session ended, and so did the one after it.
  public static final class SessionExpired extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    SessionExpired() {
      super("the session is not accepted, not even a new one");
    }
  }

  /// The org may not be asked any more before some of the last 24 hours' requests are a day old:
  /// come back in an hour or more.
  public static final class DailyLimit extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    DailyLimit() {
      super("the org's requests of 24 hours are used up");
    }
  }

  /// Our own brakes hold: the rest of the requests is for others.
  public static final class BudgetSpent extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final transient Usage usage;

    BudgetSpent(Usage usage) {
      super("stopped at " + usage.used() + " of " + usage.most() + " requests of 24 hours");
      this.usage = usage;
    }

    public Usage usage() {
      return usage;
    }
  }

  /// Too many long requests at once, for longer than we waited.
  public static final class ConcurrentLimit extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    ConcurrentLimit() {
      super("too many long requests to the org at once");
    }
  }

  /// Our user may not see or do this: somebody has to give a permission.
  public static final class MissingPermission extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final String permission;

    MissingPermission(String permission) {
      super("missing permission: " + permission);
      this.permission = permission;
    }

    /// Such as `API Enabled`, `object Contact` or `field Contact.Phone`.
    public String permission() {
      return permission;
    }
  }

  /// The request makes no sense to Salesforce: our mistake, or a setting's.
  public static final class Malformed extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final String says;

    Malformed(int status, String code, String says) {
      super("refused: " + status + " " + code);
      this.says = says;
    }

    /// Salesforce's own words, which may quote the request: not for the log.
    public String says() {
      return says;
    }
  }

  /// The answer would be too large or take too long; asking for less may help.
  public static final class TooLarge extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    TooLarge(String code) {
      super(
          "too large or too slow: "
              + code
              + (code.equals("OPERATION_TOO_LARGE")
                  ? "; the permission View All Data would help"
                  : ""));
    }
  }

  /// The rest of a result cannot be had, however often the query is asked anew.
  public static final class LocatorDead extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    LocatorDead() {
      super("the rest of the result is gone");
    }
  }

  /// There is no such thing, or not any more.
  public static final class NotThere extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    NotThere(String code) {
      super("not there: " + code);
    }
  }

  /// Another transaction holds the record, for longer than we waited.
  public static final class Locked extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    Locked() {
      super("held by another transaction");
    }
  }

  /// Salesforce, or something in front of it, is in trouble, for longer than we waited.
  public static final class ServerTrouble extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String says;

    ServerTrouble(int status, String says) {
      super("answered " + status);
      this.status = status;
      this.says = says;
    }

    public int status() {
      return status;
    }

    /// The beginning of what it said.
    public String says() {
      return says;
    }
  }

  /// No answer, or only a part of one, for longer than we tried.
  public static final class Unreachable extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    Unreachable(String what) {
      super("no whole answer: " + what);
    }
  }

  /// The address that the org gives itself, or the next page, is one that we must not call.
  public static final class AddressNotAllowed extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    AddressNotAllowed(String why) {
      super(why);
    }
  }

  /// A bulk job did not succeed.
  public static final class JobFailed extends SalesforceFailure {
    private static final long serialVersionUID = 1L;
    private final String says;

    JobFailed(String says) {
      super("the bulk job failed");
      this.says = says;
    }

    /// Salesforce's own words.
    public String says() {
      return says;
    }
  }

  /// A result has fewer or more records than Salesforce says it has: it must not be taken for the
  /// whole.
  public static final class Incomplete extends SalesforceFailure {
    private static final long serialVersionUID = 1L;

    Incomplete(long expected, long read) {
      super("read " + read + " records of " + expected);
    }
  }
}
