package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.util.List;
import java.util.UUID;

/// What its owner decided about an import.
///
/// @param columns what each column of the file becomes, in their order
/// @param source the external source that external ids come from
/// @param matchOn what else rows are recognised by, the first that finds somebody counts
/// @param runAtOnce whether the run follows the dry run without being asked for
public record ImportSettings(
    List<ImportField> columns, UUID source, List<MatchKey> matchOn, boolean runAtOnce) {
  public ImportSettings {
    columns = List.copyOf(columns);
    matchOn = List.copyOf(matchOn);
  }

  boolean has(ImportField field) {
    return columns.contains(field);
  }
}
