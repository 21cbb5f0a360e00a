package dev.callbook.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.RequestScoped;

/// What ties an answer to its log lines: the header `ININ-Correlation-Id`, and `contextId` in error
/// bodies.
@RequestScoped
public class ContextId {
  private final String value = UuidCreator.getRandomBasedFast().toString();

  public String value() {
    return value;
  }
}
