package dev.callbook.demo;

import java.util.List;

/// Who works at the demo's company and can sign in.
///
/// @param role a built-in one
/// @param divisions where they hold it
record Staff(String name, String email, String role, List<String> divisions) {
  static final String SERVICE = "Customer Service";
  static final String SALES = "Sales";
  static final String BILLING = "Billing";

  /// Sees two divisions of three.
  static final Staff AGENT =
      new Staff("Amara Okafor", "agent@brightwell.example", "Agent", List.of(SERVICE, SALES));

  static final Staff SUPERVISOR =
      new Staff("Jonas Lindqvist", "supervisor@brightwell.example", "Supervisor", List.of("*"));

  static final Staff ADMIN =
      new Staff("Priya Raman", "admin@brightwell.example", "Admin", List.of("*"));

  static final List<Staff> ALL = List.of(AGENT, SUPERVISOR, ADMIN);
}
