package dev.callbook.change;

/// How long the log keeps what entries are about. That something happened, who did it and when
/// stays for good.
public record Retention(int days) {
  public static final int LEAST = 30;
  public static final int MOST = 36_500;
  public static final Retention DEFAULT = new Retention(400);
}
