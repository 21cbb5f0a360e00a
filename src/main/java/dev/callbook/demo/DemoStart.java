package dev.callbook.demo;

import dev.callbook.platform.DemoSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// In a demo: has the company made before anything else happens on an empty database, and tells the
/// operator, on the terminal and nowhere else, how to sign in.
@ApplicationScoped
class DemoStart {
  private static final int BEFORE_ALL_OTHERS = 1;

  private final DemoSettings settings;
  private final DemoCompany company;

  DemoStart(DemoSettings settings, DemoCompany company) {
    this.settings = settings;
    this.company = company;
  }

  @SuppressWarnings(
      "SystemOut") // The log is kept and read by others; the terminal is the operator's.
  void open(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
    if (!settings.on()) {
      return;
    }
    company.open();
    System.out.printf("%n  A demo: %s, a company that does not exist%n%n", DemoCompany.NAME);
    for (Staff staff : Staff.ALL) {
      System.out.printf(
          "  %-10s  %-30s  %s%n", staff.role(), staff.email(), company.password(staff));
    }
    System.out.printf(
        "%n  Sign in as the agent, and calls come in. The passwords are told at every start of the demo, as they were made%n  for this installation; to begin anew, stop it and delete its data folder.%n%n");
  }
}
