package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// External ids as pages show them.
@ApplicationScoped
public class ExternalIdViews {
  private final ExternalSources sources;

  ExternalIdViews(ExternalSources sources) {
    this.sources = sources;
  }

  /// In the record's order. One statement at most.
  public List<ExternalIdView> of(Scope scope, List<ExternalId> ids) {
    Map<UUID, ExternalSource> known =
        sources.find(scope, ids.stream().map(ExternalId::source).distinct().toList());
    return ids.stream()
        .map(id -> view(Optional.ofNullable(known.get(id.source())), id.value()))
        .toList();
  }

  private static ExternalIdView view(Optional<ExternalSource> source, String value) {
    return new ExternalIdView(
        source.map(known -> known.details().name()).orElse(""),
        value,
        source.flatMap(known -> known.linkTo(value)).orElse(null));
  }
}
