package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.ExternalSourceJson.LinkJson;
import dev.callbook.externalsource.ExternalSource.Details;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes external sources as JSON.
@ApplicationScoped
public class ExternalSourceWriter {
  private final ExternalSources sources;

  ExternalSourceWriter(ExternalSources sources) {
    this.sources = sources;
  }

  static ExternalSourceJson write(ExternalSource source) {
    Details d = source.details();
    return new ExternalSourceJson(
        source.id().toString(),
        d.name(),
        d.active(),
        d.link() == null ? null : new LinkJson(d.link().text()),
        ExternalSourceJson.PATH + "/" + source.id());
  }

  /// The sources of these ids, whole, for records that expand `externalSources`; those that were
  /// removed are missing. One statement at most.
  public Map<UUID, ExternalSourceJson> expanded(Scope scope, Collection<ExternalId> externalIds) {
    Set<UUID> wanted =
        externalIds.stream().map(ExternalId::source).collect(Collectors.toUnmodifiableSet());
    Map<UUID, ExternalSourceJson> whole = new HashMap<>();
    sources.find(scope, wanted).forEach((id, source) -> whole.put(id, write(source)));
    return whole;
  }
}
