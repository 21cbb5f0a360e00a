package dev.callbook.crm.salesforce;

import java.time.Duration;

/// Waits for Salesforce to recover or to finish.
@FunctionalInterface
public interface Pauses {
  /// Lets that much time pass on this thread.
  Pauses SLEEP = Thread::sleep;

  void pause(Duration time) throws InterruptedException;
}
