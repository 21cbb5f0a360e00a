package dev.callbook.testing.salesforce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records as the REST API shows them.
final class Records {
  private final Org org;
  private final Values values;

  Records(Org org, Values values) {
    this.org = org;
    this.values = values;
  }

  /// @param paths such as `LastName` and `Account.Name`
  Map<String, @Nullable Object> json(Row row, List<String> paths, String version) {
    ObjectType type = org.schema().get(row.type());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "attributes",
        Map.of(
            "type",
            type.name(),
            "url",
            "/services/data/v" + version + "/sobjects/" + type.name() + "/" + row.id()));
    Map<String, List<String>> ofParents = new LinkedHashMap<>();
    for (String path : paths) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        Field field = values.field(type, path);
        json.put(field.name(), Values.inRest(values.at(row, type, path)));
      } else {
        ofParents
            .computeIfAbsent(path.substring(0, dot), _ -> new java.util.ArrayList<>())
            .add(path.substring(dot + 1));
      }
    }
    ofParents.forEach((relationship, fields) -> {
      Optional<Row> parent = values.parentOf(row, type, relationship);
      json.put(relationship, parent.map(found -> json(found, fields, version)).orElse(null));
    });
    return json;
  }

  List<String> allFields(String type) {
    return org.schema().get(type).fields().stream().map(Field::name).toList();
  }
}
