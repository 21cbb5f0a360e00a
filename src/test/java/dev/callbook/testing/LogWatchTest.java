package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogWatchTest {
  private static final Logger LOG = Logger.getLogger("dev.callbook.testing.bad");

  private final LogWatch watch = LogWatch.start();

  @AfterEach
  void stop() {
    Logger.getLogger("").removeHandler(watch);
  }

  @Test
  void a_name_in_a_message_is_noticed() {
    watch.mind("Ana Ruiz");
    LOG.log(Level.WARNING, "no call for {0}", "ana ruiz");

    assertEquals(1, watch.leaks().size());
  }

  @Test
  void a_number_in_a_cause_is_noticed() {
    watch.mind("+34911234567");
    LOG.log(
        Level.WARNING,
        "failed",
        new IllegalStateException("outer", new IllegalArgumentException("+34911234567 is bad")));

    assertEquals(1, watch.leaks().size());
  }

  @Test
  void what_is_not_personal_is_no_leak() {
    watch.mind("Ana Ruiz");
    LOG.log(Level.WARNING, "no call");

    assertEquals(0, watch.leaks().size());
  }
}
