package dev.callbook.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search of contacts as a body. Source: model `ContactSearchRequest`.
record ContactSearchJson(
    @Nullable Integer pageNumber,
    @Nullable Integer pageSize,
    @Nullable List<@Nullable String> divisionIds,
    @Nullable List<@Nullable String> expand,
    @Nullable OperationJson operation) {

  /// Source: model `ContactSearchOperation`, of which nothing else works.
  record OperationJson(@Nullable SimpleJson simpleSearch) {}

  /// Source: model `ContactSimpleSearch`.
  ///
  /// @param query what to search for; absent or blank for everything
  /// @param sortOrder `field:asc` or `field:desc`, the first counts most
  /// @param ids only these contacts
  record SimpleJson(
      @Nullable String query,
      @Nullable List<@Nullable String> sortOrder,
      @Nullable List<@Nullable String> ids) {}

  static final SimpleJson EVERYTHING = new SimpleJson(null, null, null);

  SimpleJson simple() {
    return operation == null || operation.simpleSearch() == null
        ? EVERYTHING
        : operation.simpleSearch();
  }
}
