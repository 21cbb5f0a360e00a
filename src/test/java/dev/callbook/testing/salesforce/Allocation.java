package dev.callbook.testing.salesforce;

import java.util.LinkedHashMap;
import java.util.Map;

/// The requests that the org may answer within 24 hours, and those that it has.
public final class Allocation {
  private int most = 100_000;
  private int used = 18;
  private int queryJobs;

  public synchronized void set(int usedSoFar, int mostADay) {
    used = usedSoFar;
    most = mostADay;
  }

  public synchronized int used() {
    return used;
  }

  /// @throws ApiError `REQUEST_LIMIT_EXCEEDED`
  synchronized void count() {
    if (used >= most) {
      throw new ApiError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }
    used++;
  }

  synchronized void countQueryJob() {
    queryJobs++;
  }

  synchronized String header() {
    return "api-usage=" + used + "/" + most;
  }

  synchronized Map<String, Object> limits() {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("DailyApiRequests", Map.of("Max", most, "Remaining", Math.max(0, most - used)));
    limits.put("DailyBulkV2QueryJobs", Map.of("Max", 10_000, "Remaining", 10_000 - queryJobs));
    limits.put("DailyBulkV2QueryFileStorageMB", Map.of("Max", 976_562, "Remaining", 976_562));
    return limits;
  }
}
