package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.time.Duration;

@BadOnPurpose(breaks = "nobody_sleeps")
record Sleepy() {
  void rest() throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(1));
  }
}
