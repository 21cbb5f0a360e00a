package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.directory.SchemaRef;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What its owner decided about an import.
///
/// @param columns what each column of the file becomes, in their order
/// @param source the external source that external ids come from
/// @param matchOn what else rows are recognised by, the first that finds somebody counts
/// @param runAtOnce whether the run follows the dry run without being asked for
/// @param customFields for each column the key of the custom field that it becomes; blank for
///   others. Empty where there are none
/// @param schema what those custom fields follow; null where there are none
/// @param several what becomes of a row that fits several contacts
/// @param reading how the file is read
/// @param kind what its rows are
/// @param organizationSchema as `schema`, of organizations
public record ImportSettings(
    List<ImportField> columns,
    UUID source,
    List<MatchKey> matchOn,
    boolean runAtOnce,
    List<String> customFields,
    @Nullable SchemaRef schema,
    SeveralMatches several,
    ReadingRules reading,
    ImportKind kind,
    @Nullable SchemaRef organizationSchema) {
  public ImportSettings {
    columns = List.copyOf(columns);
    matchOn = List.copyOf(matchOn);
    // Absent in what older versions stored.
    customFields = List.copyOf(Objects.requireNonNullElse(customFields, List.of()));
    several = Objects.requireNonNullElse(several, SeveralMatches.REJECT);
    reading = Objects.requireNonNullElse(reading, ReadingRules.NONE);
    kind = Objects.requireNonNullElse(kind, ImportKind.CONTACTS);
  }

  /// Whether rows say more of organizations than the names of contacts' ones.
  boolean describesOrganizations() {
    return kind == ImportKind.ORGANIZATIONS
        || columns.stream().anyMatch(ImportField::describesOrganization)
        // Each division has its own.
        || (has(ImportField.DIVISION) && has(ImportField.ORGANIZATION_NAME));
  }

  boolean has(ImportField field) {
    return columns.contains(field);
  }

  /// The key of the custom field that a column becomes; blank if it becomes none.
  String customField(int column) {
    return column < customFields.size() ? customFields.get(column) : "";
  }
}
