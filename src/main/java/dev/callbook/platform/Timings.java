package dev.callbook.platform;

import jakarta.enterprise.context.ApplicationScoped;

/// How long this node takes for what people wait for, since it started.
@ApplicationScoped
public class Timings {
  private final Latencies lookup = new Latencies();
  private final Latencies report = new Latencies();
  private final Latencies screen = new Latencies();

  /// Finding who has a caller's number.
  public Latencies lookup() {
    return lookup;
  }

  /// Taking in what a source reports of a call, the look-up among it.
  public Latencies report() {
    return report;
  }

  /// From a change to the agent's card on its way to their screen.
  public Latencies screen() {
    return screen;
  }
}
