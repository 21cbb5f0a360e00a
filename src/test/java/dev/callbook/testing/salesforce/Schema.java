package dev.callbook.testing.salesforce;

import static dev.callbook.testing.salesforce.Field.Trait.EXTERNAL_ID;
import static dev.callbook.testing.salesforce.Field.Trait.READ_ONLY;
import static dev.callbook.testing.salesforce.Field.Trait.REQUIRED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The objects of the org, as its administrator has set them up for the integration's user.
public final class Schema {
  private final Map<String, ObjectType> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Schema() {
    put(new ObjectType("Account", "001", account()));
    put(new ObjectType("Contact", "003", contact()));
  }

  private void put(ObjectType type) {
    types.put(type.name(), type);
  }

  synchronized Collection<ObjectType> all() {
    return List.copyOf(types.values());
  }

  synchronized Optional<ObjectType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  synchronized ObjectType get(String name) {
    return find(name)
        .orElseThrow(() ->
            new ApiError(
                400,
                "INVALID_TYPE",
                "sObject type '%s' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name."
                    .formatted(name)));
  }

  /// A new custom field, or an old one as it is now.
  public synchronized void add(String type, Field field) {
    put(get(type).with(field));
  }

  /// The user may not see the field any more.
  public synchronized void hide(String type, String field) {
    put(get(type).without(field));
  }

  /// The user may not see the object at all.
  public synchronized void hide(String type) {
    types.remove(type);
  }

  /// Persons may be accounts from now on.
  public void enablePersonAccounts() {
    add("Account", Field.of("IsPersonAccount", Field.Type.BOOLEAN, 0, READ_ONLY));
    add("Account", Field.reference("PersonContactId", "Contact", READ_ONLY));
    add("Contact", Field.of("IsPersonAccount", Field.Type.BOOLEAN, 0, READ_ONLY));
  }

  private static List<Field> system() {
    return List.of(
        Field.of("Id", Field.Type.ID, 18, READ_ONLY),
        Field.of("IsDeleted", Field.Type.BOOLEAN, 0, READ_ONLY),
        Field.of("CreatedDate", Field.Type.DATETIME, 0, READ_ONLY),
        Field.of("LastModifiedDate", Field.Type.DATETIME, 0, READ_ONLY),
        Field.of("SystemModstamp", Field.Type.DATETIME, 0, READ_ONLY));
  }

  private static List<Field> account() {
    List<Field> fields = new ArrayList<>(system());
    fields.add(Field.reference("MasterRecordId", "Account", READ_ONLY));
    fields.add(Field.of("Name", Field.Type.STRING, 255, REQUIRED));
    fields.add(Field.of("Website", Field.Type.URL, 255));
    fields.add(Field.of("Phone", Field.Type.PHONE, 40));
    fields.add(Field.of("Fax", Field.Type.PHONE, 40));
    fields.add(Field.of("Industry", Field.Type.PICKLIST, 255));
    fields.add(Field.of("NumberOfEmployees", Field.Type.INT, 0));
    fields.add(Field.of("AnnualRevenue", Field.Type.CURRENCY, 0));
    fields.add(Field.reference("ParentId", "Account"));
    fields.add(Field.of("Type", Field.Type.PICKLIST, 255));
    fields.add(Field.of("AccountNumber", Field.Type.STRING, 40));
    fields.add(Field.of("CallbookId__c", Field.Type.STRING, 36, EXTERNAL_ID));
    address(fields, "Billing");
    return fields;
  }

  private static List<Field> contact() {
    List<Field> fields = new ArrayList<>(system());
    fields.add(Field.reference("MasterRecordId", "Contact", READ_ONLY));
    fields.add(Field.reference("AccountId", "Account"));
    fields.add(Field.of("Salutation", Field.Type.PICKLIST, 40));
    fields.add(Field.of("FirstName", Field.Type.STRING, 40));
    fields.add(Field.of("LastName", Field.Type.STRING, 80, REQUIRED));
    fields.add(Field.of("Name", Field.Type.STRING, 121, READ_ONLY));
    fields.add(Field.of("Title", Field.Type.STRING, 128));
    fields.add(Field.of("Department", Field.Type.STRING, 80));
    fields.add(Field.of("Email", Field.Type.EMAIL, 80));
    fields.add(Field.of("Phone", Field.Type.PHONE, 40));
    fields.add(Field.of("MobilePhone", Field.Type.PHONE, 40));
    fields.add(Field.of("HomePhone", Field.Type.PHONE, 40));
    fields.add(Field.of("OtherPhone", Field.Type.PHONE, 40));
    fields.add(Field.of("Fax", Field.Type.PHONE, 40));
    fields.add(Field.of("Birthdate", Field.Type.DATE, 0));
    fields.add(Field.of("Description", Field.Type.TEXTAREA, 32_000));
    fields.add(Field.of("DoNotCall", Field.Type.BOOLEAN, 0));
    fields.add(Field.of("HasOptedOutOfEmail", Field.Type.BOOLEAN, 0));
    fields.add(Field.of("CallbookId__c", Field.Type.STRING, 36, EXTERNAL_ID));
    fields.add(Field.of("Visits__c", Field.Type.DOUBLE, 0));
    address(fields, "Mailing");
    return fields;
  }

  private static void address(List<Field> fields, String prefix) {
    fields.add(Field.of(prefix + "Street", Field.Type.TEXTAREA, 255));
    for (String part : List.of("City", "State", "PostalCode", "Country")) {
      fields.add(Field.of(prefix + part, Field.Type.STRING, 80));
    }
    fields.add(Field.of(prefix + "Address", Field.Type.ADDRESS, 0, READ_ONLY));
  }
}
