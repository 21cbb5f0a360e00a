package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;

import com.mypurecloud.sdk.v2.model.DataSchema;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.JsonSchemaDocument;
import java.util.List;
import java.util.Map;

final class SchemaScenarios {
  private SchemaScenarios() {}

  @Scenario(
      needs = {
        "postExternalcontactsContactsSchemas",
        "getExternalcontactsContactsSchema",
        "getExternalcontactsContactsSchemas",
        "getExternalcontactsContactsSchemaVersion",
        "getExternalcontactsContactsSchemaVersions",
        "putExternalcontactsContactsSchema",
        "deleteExternalcontactsContactsSchema"
      })
  static void contacts_get_fields_of_their_own(Sdk sdk) throws Exception {
    DataSchema made = sdk.api().postExternalcontactsContactsSchemas(schema());
    equal(1, made.getVersion());
    equal(made.getName(), sdk.api().getExternalcontactsContactsSchema(made.getId()).getName());
    holds(
        sdk.api().getExternalcontactsContactsSchemas().getEntities().stream()
            .anyMatch(schema -> schema.getId().equals(made.getId())),
        "not listed");

    ExternalContact contact = new ExternalContact();
    contact.setFirstName("Ana");
    contact.setLastName(Sdk.unique());
    contact.setSchema(made);
    contact.setCustomFields(Map.of("shirt_text", "M"));
    String id = sdk.api().postExternalcontactsContacts(contact).getId();
    equal(
        Map.of("shirt_text", "M"),
        sdk.api().getExternalcontactsContact(id, List.of()).getCustomFields());

    made.setName(Sdk.unique());
    equal(2, sdk.api().putExternalcontactsContactsSchema(made.getId(), made).getVersion());
    sdk.api().getExternalcontactsContactsSchemaVersions(made.getId());
    equal(1, sdk.api().getExternalcontactsContactsSchemaVersion(made.getId(), "1").getVersion());
    sdk.api().deleteExternalcontactsContactsSchema(made.getId());
  }

  @Scenario(
      needs = {
        "postExternalcontactsOrganizationsSchemas",
        "getExternalcontactsOrganizationsSchema",
        "getExternalcontactsOrganizationsSchemas",
        "getExternalcontactsOrganizationsSchemaVersion",
        "getExternalcontactsOrganizationsSchemaVersions",
        "putExternalcontactsOrganizationsSchema"
      })
  static void organizations_get_fields_of_their_own(Sdk sdk) throws Exception {
    DataSchema made = sdk.api().postExternalcontactsOrganizationsSchemas(schema());
    equal(made.getName(), sdk.api().getExternalcontactsOrganizationsSchema(made.getId()).getName());
    holds(
        sdk.api().getExternalcontactsOrganizationsSchemas().getEntities().stream()
            .anyMatch(schema -> schema.getId().equals(made.getId())),
        "not listed");
    made.setName(Sdk.unique());
    equal(2, sdk.api().putExternalcontactsOrganizationsSchema(made.getId(), made).getVersion());
    sdk.api().getExternalcontactsOrganizationsSchemaVersions(made.getId());
    equal(
        1, sdk.api().getExternalcontactsOrganizationsSchemaVersion(made.getId(), "1").getVersion());
  }

  private static DataSchema schema() {
    JsonSchemaDocument document = new JsonSchemaDocument();
    document.setSchema("http://json-schema.org/draft-04/schema#");
    document.setTitle("Clothes");
    document.setDescription("What they wear");
    document.setType("object");
    document.setProperties(
        Map.of(
            "shirt_text",
            Map.of(
                "allOf",
                List.of(Map.of("$ref", "#/definitions/text")),
                "title",
                "Shirt",
                "description",
                "Its size",
                "minLength",
                1,
                "maxLength",
                100)));
    DataSchema schema = new DataSchema();
    schema.setName(Sdk.unique());
    schema.setEnabled(true);
    schema.setJsonSchema(document);
    return schema;
  }
}
