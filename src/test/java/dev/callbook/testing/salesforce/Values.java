package dev.callbook.testing.salesforce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a field of a record holds, and how it is shown.
final class Values {
  private static final DateTimeFormatter REST =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter BULK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Org org;

  Values(Org org) {
    this.org = org;
  }

  /// The field that a path such as `Account.Name` leads to.
  ///
  /// @throws ApiError `INVALID_FIELD`
  Field field(ObjectType type, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return type.field(path).orElseThrow(() -> noSuchColumn(type, path));
    }
    return field(parent(type, path.substring(0, dot)), path.substring(dot + 1));
  }

  /// The object that a relationship leads to.
  ObjectType parent(ObjectType type, String relationship) {
    Field reference =
        type.parent(relationship)
            .orElseThrow(() ->
                new ApiError(
                    400,
                    "INVALID_FIELD",
                    "Didn't understand relationship '%s' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name."
                        .formatted(relationship)));
    return org.schema().get(Objects.requireNonNull(reference.target()));
  }

  private static ApiError noSuchColumn(ObjectType type, String name) {
    return new ApiError(
        400,
        "INVALID_FIELD",
        "No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
            .formatted(name, type.name()));
  }

  /// What a path finds, or null.
  @Nullable Object at(Row row, ObjectType type, String path) {
    int dot = path.indexOf('.');
    if (dot >= 0) {
      Optional<Row> parent = parentOf(row, type, path.substring(0, dot));
      return parent
          .map(found -> at(found, org.schema().get(found.type()), path.substring(dot + 1)))
          .orElse(null);
    }
    Field field = field(type, path);
    if (field.formula() != null) {
      return at(row, type, field.formula());
    }
    return switch (field.name()) {
      case "Id" -> row.id();
      case "IsDeleted" -> row.isDeleted();
      case "CreatedDate" -> row.created();
      case "LastModifiedDate" -> row.modified();
      case "SystemModstamp" -> row.stamp();
      case "MasterRecordId" -> row.master();
      case "IsPersonAccount", "DoNotCall", "HasOptedOutOfEmail" ->
          row.values().getOrDefault(field.name(), false);
      case "Name" -> row.type().equals("Contact") ? fullName(row) : row.values().get("Name");
      default -> field.isCompound() ? address(row, field) : row.values().get(field.name());
    };
  }

  Optional<Row> parentOf(Row row, ObjectType type, String relationship) {
    Field reference = type.parent(relationship).orElseThrow();
    Object id = row.values().get(reference.name());
    return id == null ? Optional.empty() : org.find(id.toString());
  }

  private static @Nullable String fullName(Row row) {
    String name =
        (row.values().getOrDefault("FirstName", "")
                + " "
                + row.values().getOrDefault("LastName", ""))
            .strip();
    return name.isEmpty() ? null : name;
  }

  private static @Nullable Map<String, @Nullable Object> address(Row row, Field field) {
    String prefix = field.name().substring(0, field.name().length() - "Address".length());
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    for (String part : List.of("City", "Country", "PostalCode", "State", "Street")) {
      parts.put(
          Character.toLowerCase(part.charAt(0)) + part.substring(1),
          row.values().get(prefix + part));
    }
    return parts.values().stream().allMatch(Objects::isNull) ? null : parts;
  }

  /// As the REST API shows it: dates with an offset that has no colon.
  static @Nullable Object inRest(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> REST.format(instant);
      case LocalDate date -> date.toString();
      case null, default -> value;
    };
  }

  /// As the Bulk API's CSV shows it: dates with a Z, whole numbers with a fraction.
  static String inBulk(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant instant -> BULK.format(instant);
      case Integer number -> number + ".0";
      case Long number -> number + ".0";
      default -> value.toString();
    };
  }
}
