package dev.callbook.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Makes ids: UUIDv7, in the order of their making within one node. Source: RFC 9562, section 5.7.
@ApplicationScoped
public class Ids {
  /// A new id.
  public UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
