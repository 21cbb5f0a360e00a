package dev.callbook.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Callbook as `./callbook demo` starts it, but for the calls that come in by themselves.
public final class InDemo implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "callbook.demo", "true",
        "callbook.demo.calls", "false",
        "callbook.secret-key", "the key of these tests alone");
  }
}
