package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.wire.Parse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another system on the wire, whole or as what points at it: then `id` and `selfUri` only. Source:
/// model `ExternalSource`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalSourceJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable Boolean active,
    @Nullable LinkJson linkConfiguration,
    @Nullable String selfUri) {
  public static final String PATH = "/api/v2/externalcontacts/externalsources";

  /// Source: model `LinkConfiguration`.
  public record LinkJson(@Nullable String uriTemplate) {}

  /// As a record points at it.
  public static ExternalSourceJson reference(UUID id) {
    return new ExternalSourceJson(id.toString(), null, null, null, PATH + "/" + id);
  }

  /// @return null where nothing, or no id, was sent
  /// @throws dev.callbook.wire.Refusal.Invalid naming the field if it is no UUID
  public static @Nullable UUID idOf(String field, @Nullable ExternalSourceJson sent) {
    return sent == null || Parse.isAbsent(sent.id())
        ? null
        : Parse.id(field + ".id", String.valueOf(sent.id()));
  }
}
