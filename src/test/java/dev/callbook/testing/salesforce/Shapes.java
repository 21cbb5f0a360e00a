package dev.callbook.testing.salesforce;

import dev.callbook.testing.salesforce.Field.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `describe` says of objects and fields.
final class Shapes {
  private Shapes() {}

  static Map<String, Object> global(Iterable<ObjectType> types, String version) {
    List<Map<String, Object>> objects = new java.util.ArrayList<>();
    types.forEach(type -> objects.add(summary(type, version)));
    return Map.of("encoding", "UTF-8", "maxBatchSize", 200, "sobjects", objects);
  }

  static Map<String, Object> summary(ObjectType type, String version) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("name", type.name());
    shape.put("label", type.name());
    shape.put("labelPlural", type.name() + "s");
    shape.put("keyPrefix", type.prefix());
    shape.put("custom", false);
    for (String can :
        List.of(
            "createable",
            "deletable",
            "queryable",
            "replicateable",
            "retrieveable",
            "searchable",
            "undeletable",
            "updateable")) {
      shape.put(can, true);
    }
    String at = "/services/data/v" + version + "/sobjects/" + type.name();
    shape.put(
        "urls", Map.of("sobject", at, "describe", at + "/describe", "rowTemplate", at + "/{ID}"));
    return shape;
  }

  static Map<String, Object> whole(ObjectType type, String version) {
    Map<String, Object> shape = summary(type, version);
    shape.put("fields", type.fields().stream().map(Shapes::field).toList());
    shape.put("childRelationships", List.of());
    shape.put("recordTypeInfos", List.of());
    return shape;
  }

  private static Map<String, @Nullable Object> field(Field field) {
    boolean writable = !field.is(Trait.READ_ONLY);
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("name", field.name());
    shape.put("label", field.name());
    shape.put("type", field.type().name().toLowerCase(Locale.ROOT));
    shape.put("soapType", soapType(field.type()));
    shape.put("length", field.length());
    shape.put("byteLength", field.length() * 3);
    shape.put("precision", field.type() == Field.Type.DOUBLE ? 18 : 0);
    shape.put("scale", field.type() == Field.Type.DOUBLE ? 2 : 0);
    shape.put("digits", field.type() == Field.Type.INT ? 8 : 0);
    shape.put("nillable", !field.is(Trait.REQUIRED));
    shape.put("createable", writable);
    shape.put("updateable", writable);
    shape.put("calculated", field.formula() != null);
    shape.put("calculatedFormula", field.formula());
    shape.put("custom", field.name().endsWith("__c"));
    shape.put("externalId", field.is(Trait.EXTERNAL_ID));
    shape.put("idLookup", field.is(Trait.EXTERNAL_ID) || field.type() == Field.Type.ID);
    shape.put("unique", false);
    shape.put("compoundFieldName", compound(field.name()));
    shape.put("referenceTo", field.target() == null ? List.of() : List.of(field.target()));
    shape.put("relationshipName", field.relationship());
    shape.put("picklistValues", List.of());
    return shape;
  }

  private static @Nullable String compound(String name) {
    String parts = "Street|City|State|PostalCode|Country";
    return name.matches("(Mailing|Billing)(" + parts + ")")
        ? name.replaceAll(parts, "Address")
        : null;
  }

  private static String soapType(Field.Type type) {
    return switch (type) {
      case ID, REFERENCE -> "tns:ID";
      case BOOLEAN -> "xsd:boolean";
      case INT -> "xsd:int";
      case DOUBLE, CURRENCY -> "xsd:double";
      case DATE -> "xsd:date";
      case DATETIME -> "xsd:dateTime";
      case ADDRESS -> "urn:address";
      default -> "xsd:string";
    };
  }
}
