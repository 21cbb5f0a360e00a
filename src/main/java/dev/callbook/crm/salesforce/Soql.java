package dev.callbook.crm.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes queries. Only names and ids that have their form get into one.
final class Soql {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Soql() {}

  /// What changed from one moment to another, in the order of changes: deleted records too, where
  /// they are asked for by `queryAll`.
  ///
  /// @param after where to go on; else from the beginning
  static String changes(
      ObjectShape shape, List<String> columns, Window window, Optional<Place> after) {
    String start =
        after
            .map(place ->
                "((SystemModstamp = %s AND Id > '%s') OR SystemModstamp > %s)"
                    .formatted(moment(place.stamp()), place.id().value(), moment(place.stamp())))
            .orElseGet(() -> "SystemModstamp >= " + moment(window.from()));
    return "SELECT %s FROM %s WHERE %s AND SystemModstamp < %s%s ORDER BY SystemModstamp ASC, Id ASC"
        .formatted(
            names(columns),
            name(shape.name()),
            start,
            moment(window.until()),
            shape.mayHoldPersons() ? " AND IsPersonAccount = false" : "");
  }

  /// Everything there is.
  static String all(Selection selection) {
    return "SELECT %s FROM %s%s"
        .formatted(
            names(selection.columns()),
            name(selection.shape().name()),
            selection.shape().mayHoldPersons() ? " WHERE IsPersonAccount = false" : "");
  }

  /// What has become of some records.
  static String states(ObjectShape shape, Collection<RemoteId> ids) {
    return "SELECT %s FROM %s WHERE Id IN (%s)"
        .formatted(
            names(shape.ownColumns()),
            name(shape.name()),
            ids.stream().map(id -> "'" + id.value() + "'").collect(Collectors.joining(",")));
  }

  /// A path with a query, encoded.
  static String path(Site site, String resource, String query) {
    return site.path("/" + resource + "?q=" + encoded(query));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException if it is no name of an object, a field or a path
  static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of Salesforce's: " + name);
    }
    return name;
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private static String names(List<String> columns) {
    return columns.stream().map(Soql::name).collect(Collectors.joining(","));
  }
}
