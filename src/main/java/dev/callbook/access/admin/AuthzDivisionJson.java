package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A division on the wire. Source: model `AuthzDivision`.
///
/// @param objectCounts how many records it holds, by kind in the plural, counted to 10,000
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthzDivisionJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean homeDivision,
    @Nullable Map<String, Long> objectCounts,
    @Nullable String selfUri) {
  static final String PATH = "/api/v2/authorization/divisions";

  static AuthzDivisionJson of(DivisionEntry entry) {
    return of(entry.division(), entry.description(), null);
  }

  static AuthzDivisionJson of(Division division) {
    return of(division, null, null);
  }

  static AuthzDivisionJson of(
      Division division, @Nullable String description, @Nullable Map<String, Long> counts) {
    return new AuthzDivisionJson(
        division.wireId(),
        division.name(),
        description,
        division.kind() == Division.Kind.HOME,
        counts,
        PATH + "/" + division.wireId());
  }
}
