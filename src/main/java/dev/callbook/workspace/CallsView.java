package dev.callbook.workspace;

import java.util.List;

/// The list at the left, each part the oldest first.
public record CallsView(List<CallView> live, List<CallView> waiting, List<CallView> wrapUp) {
  static CallsView of(List<CallView> calls) {
    return new CallsView(
        calls.stream().filter(CallView::isConnected).toList(),
        calls.stream().filter(CallView::isAlerting).toList(),
        calls.stream().filter(CallView::isWrapUp).toList());
  }

  public boolean isEmpty() {
    return live.isEmpty() && waiting.isEmpty() && wrapUp.isEmpty();
  }
}
