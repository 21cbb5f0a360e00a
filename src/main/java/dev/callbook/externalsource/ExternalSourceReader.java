package dev.callbook.externalsource;

import dev.callbook.directory.Checks;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.ExternalSourceJson.LinkJson;
import dev.callbook.externalsource.ExternalSource.Details;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads an external source from its JSON.
final class ExternalSourceReader {
  private static final int MAX_NAME = 200;

  private ExternalSourceReader() {}

  /// @param active what holds where the JSON does not say
  /// @throws dev.callbook.wire.Refusal.Invalid with every field that breaks its rule
  static Details read(ExternalSourceJson sent, boolean active) {
    Checks checks = new Checks();
    String name = name(checks, sent.name());
    LinkTemplate link = link(checks, sent.linkConfiguration());
    checks.refuseIfAny();
    return new Details(
        Objects.requireNonNull(name), Objects.requireNonNullElse(sent.active(), active), link);
  }

  /// @return null where it is missing, which is noted
  static @Nullable String name(Checks checks, @Nullable String sent) {
    return checks.required("name", sent, MAX_NAME, "Enter the source's name.");
  }

  private static @Nullable LinkTemplate link(Checks checks, @Nullable LinkJson sent) {
    if (sent == null) {
      return null;
    }
    String field = "linkConfiguration.uriTemplate";
    if (sent.uriTemplate() == null || sent.uriTemplate().isBlank()) {
      checks.note(field, "required", "A link configuration needs its address.");
      return null;
    }
    return LinkTemplate.read(checks, field, sent.uriTemplate());
  }
}
