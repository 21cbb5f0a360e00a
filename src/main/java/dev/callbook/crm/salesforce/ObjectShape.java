package dev.callbook.crm.salesforce;

import dev.callbook.crm.salesforce.FieldShape.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An object, such as `Contact`, as our user may see it now. To be asked for anew in each run: a
/// field that has gone fails every query that names it, and a new one is never read unless somebody
/// looks.
///
/// @param fields by name
public record ObjectShape(String name, Map<String, FieldShape> fields) {
  private static final Set<String> ALWAYS = Set.of("Id", "SystemModstamp", "IsDeleted");

  public ObjectShape {
    fields = Map.copyOf(fields);
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /// What to read of those wanted: fields that are there, and are no compounds of others. A path
  /// such as `Account.Name` is taken at its word, and for text.
  public Selection select(Collection<String> wanted) {
    Set<String> columns = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String field : wanted) {
      if (field.indexOf('.') > 0 || (has(field) && kind(field) != Kind.COMPOUND)) {
        columns.add(field);
      } else {
        missing.add(field);
      }
    }
    return new Selection(this, List.copyOf(columns), List.copyOf(missing));
  }

  Kind kind(String field) {
    FieldShape shape = fields.get(field);
    return shape == null ? Kind.TEXT : shape.kind();
  }

  /// The columns that every reading needs besides.
  List<String> ownColumns() {
    List<String> own = new ArrayList<>(ALWAYS.stream().sorted().toList());
    if (has("MasterRecordId")) {
      own.add("MasterRecordId");
    }
    return own;
  }

  /// Persons who are accounts have a contact each, which is what stands for them; as an account
  /// they would be there twice.
  boolean mayHoldPersons() {
    return name.equals("Account") && has("IsPersonAccount");
  }
}
