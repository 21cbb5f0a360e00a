package dev.callbook.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/// What ties an answer to its log lines: the header `ININ-Correlation-Id`, and `contextId` in error
/// bodies.
@RequestScoped
public class ContextId {
  private final String value = UUID.randomUUID().toString();

  public String value() {
    return value;
  }
}
