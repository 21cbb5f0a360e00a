package dev.callbook.testing.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes wrong, or happens in the org, at the next requests of a kind. Each is used up once.
public final class Faults {
  private record Planned(String method, String path, Fault fault) {}

  private record Event(String path, Runnable event) {}

  private final List<Planned> faults = new ArrayList<>();
  private final List<Event> before = new ArrayList<>();

  /// At the next request whose path contains this.
  public void next(String path, Fault... inTurn) {
    next("", path, inTurn);
  }

  /// At the next request of this method whose path contains this.
  public synchronized void next(String method, String path, Fault... inTurn) {
    for (Fault fault : inTurn) {
      faults.add(new Planned(method, path, fault));
    }
  }

  /// At each such request from now on.
  public void always(String path, Fault fault) {
    for (int time = 0; time < 1000; time++) {
      next(path, fault);
    }
  }

  /// Something happens just before the next request whose path contains this is answered.
  public synchronized void before(String path, Runnable event) {
    before.add(new Event(path, event));
  }

  public synchronized void clear() {
    faults.clear();
    before.clear();
  }

  void happen(Call call) {
    take(call).ifPresent(Runnable::run);
  }

  private synchronized Optional<Runnable> take(Call call) {
    Optional<Event> event =
        before.stream().filter(planned -> call.path().contains(planned.path())).findFirst();
    event.ifPresent(before::remove);
    return event.map(Event::event);
  }

  synchronized Optional<Fault> of(Call call) {
    Optional<Planned> planned =
        faults.stream()
            .filter(fault -> call.path().contains(fault.path()))
            .filter(fault -> fault.method().isEmpty() || fault.method().equals(call.method()))
            .findFirst();
    planned.ifPresent(faults::remove);
    return planned.map(Planned::fault);
  }
}
