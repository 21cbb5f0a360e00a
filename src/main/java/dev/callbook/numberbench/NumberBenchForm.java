package dev.callbook.numberbench;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bench's form as it was posted.
public record NumberBenchForm(
    @FormParam("source") @Nullable String sourceId,
    @FormParam("number") @Nullable String typed,
    @FormParam("hidden") @Nullable String hiddenBox,
    @FormParam("agent") @Nullable String agentId,
    @FormParam("region") @Nullable String region,
    @FormParam("outsideLine") @Nullable String outsideLine,
    @FormParam("international") @Nullable String international,
    @FormParam("national") @Nullable String national,
    @FormParam("withoutPlus") @Nullable String withoutPlusBox) {

  static NumberBenchForm blank() {
    return new NumberBenchForm(null, null, null, null, null, null, null, null, null);
  }

  Optional<String> source() {
    return present(sourceId);
  }

  Optional<String> agent() {
    return present(agentId);
  }

  String number() {
    return typed == null ? "" : typed.strip();
  }

  boolean hidden() {
    return hiddenBox != null;
  }

  boolean withoutPlus() {
    return withoutPlusBox != null;
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }
}
