package dev.callbook.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Settings at which some tests look, together: the application starts anew for each profile.
public final class Restricted implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "callbook.rate-limit.per-minute", "20",
        "callbook.cors.origins", "https://crm.example, http://localhost:3000");
  }
}
