package dev.callbook.platform;

import java.io.Serial;

/// Callbook cannot start, for a reason its operator can remove. The message is one line, for the
/// operator, and says what to do.
public final class CannotStart extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FAILED = 1;
  private static final int BAD_SETTING = 2;

  private final int exitCode;

  private CannotStart(int exitCode, String reason) {
    super(reason);
    this.exitCode = exitCode;
  }

  /// The surroundings are not as Callbook needs them: a port, a folder, a database.
  public static CannotStart because(String reason) {
    return new CannotStart(FAILED, reason);
  }

  /// A setting is unknown or its value is bad; `reason` names the setting.
  public static CannotStart badSetting(String reason) {
    return new CannotStart(BAD_SETTING, reason);
  }

  /// What the process exits with: 2 for a bad setting, 1 for everything else.
  public int exitCode() {
    return exitCode;
  }
}
