package dev.callbook.crm.salesforce;

/// Where to stop, so that others still get answers.
///
/// @param percentOfDay of what the org may be asked in 24 hours, whoever asked
/// @param percentPerRun of the same, asked by one run of ours
public record Brakes(int percentOfDay, int percentPerRun) {
  /// As those do who have read from Salesforce for long.
  public static final Brakes USUAL = new Brakes(80, 25);

  public Brakes {
    if (percentOfDay < 1 || percentOfDay > 100 || percentPerRun < 1 || percentPerRun > 100) {
      throw new IllegalArgumentException("percentages are from 1 to 100");
    }
  }

  boolean hold(Usage usage, long askedByUs) {
    return usage.used() * 100 >= usage.most() * percentOfDay
        || askedByUs * 100 >= usage.most() * percentPerRun;
  }
}
