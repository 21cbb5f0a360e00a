package dev.callbook.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// On the first start: makes the first organization and tells the operator, on the terminal and
/// nowhere else, how to sign in.
@ApplicationScoped
class Welcome {
  private final FirstStart firstStart;

  Welcome(FirstStart firstStart) {
    this.firstStart = firstStart;
  }

  @SuppressWarnings(
      "SystemOut") // The log is kept and read by others; the terminal is the operator's.
  void tell(@Observes StartupEvent event) {
    firstStart
        .prepare()
        .filter(FirstStart.Made::generated)
        .ifPresent(made ->
            System.out.printf(
                "%n  First admin   %s%n  Password      %s%n  Shown once: change it after signing in.%n%n",
                made.adminEmail(), made.password()));
  }
}
