package dev.callbook.testing;

import java.util.Map;

/// A valid body for each operation that takes one.
public final class Samples {
  /// A contact with every writable field of the wire.
  public static final String CONTACT =
      """
      {"firstName": "Inés", "middleName": "María", "lastName": "Etxeberria", "salutation": "Dr.", "title": "Buyer",
       "division": {"id": "*"},
       "workPhone": {"display": "+34 944 23 45 67", "extension": 12, "acceptsSMS": false, "normalizationCountryCode": "ES"},
       "cellPhone": {"display": "+34 655 23 45 67", "acceptsSMS": true},
       "homePhone": {"display": "+34 945 23 45 67"}, "otherPhone": {"display": "+34 946 23 45 67"},
       "workEmail": "ines@etxeberria.example", "personalEmail": "ines@home.example", "otherEmail": "ie@other.example",
       "address": {"address1": "Calle Mayor 1", "address2": "2º B", "city": "Bilbao", "state": "Bizkaia",
                   "postalCode": "48001", "countryCode": "ES"},
       "twitterId": {"id": "42", "name": "Inés E", "screenName": "@inesetx"},
       "lineId": {"ids": [{"userId": "U4af4980629"}], "displayName": "ines"},
       "whatsAppId": {"phoneNumber": {"display": "+34 655 23 45 67"}, "displayName": "Inés"},
       "facebookId": {"ids": [{"scopedId": "f-7"}], "displayName": "Inés E"},
       "instagramId": {"ids": [{"scopedId": "i-7"}], "displayName": "Inés", "handle": "@ines.etx"},
       "appleOpaqueIds": [{"value": "apple-1"}],
       "surveyOptOut": true, "externalSystemUrl": "https://crm.example/people/7"}
      """;

  /// An organization with every writable field of the wire.
  public static final String ORGANIZATION =
      """
      {"name": "Talleres Etxeberria", "division": {"id": "*"}, "companyType": "S.L.", "industry": "Machining",
       "address": {"address1": "Polígono 3", "city": "Eibar", "countryCode": "ES"},
       "phoneNumber": {"display": "+34 943 20 45 67"}, "faxNumber": {"display": "+34 943 20 45 68"},
       "employeeCount": 40, "revenue": 3000000000, "tags": ["metal", "north"],
       "websites": ["https://talleres.example"], "tickers": [{"symbol": "TALL", "exchange": "BME"}],
       "twitterId": {"id": "43", "name": "Talleres", "screenName": "talleres"},
       "externalSystemUrl": "https://crm.example/orgs/7"}
      """;

  /// Values of every field of [#SCHEMA].
  public static final String CUSTOM_FIELDS =
      """
      {"shirt_text": "M", "story_longtext": "Met at a fair.\\nCame back.", "site_url": "https://club.example/7",
       "card_identifier": "KX-7040", "tier_enum": "gold", "likes_tag": ["tea", "Early calls"], "visits_integer": 3,
       "rate_number": 0.25, "since_date": "2024-02-29", "seen_datetime": "2026-03-31T12:30:00.000Z",
       "vip_checkbox": true}
      """;

  /// A schema with a field of each core type.
  public static final String SCHEMA =
      """
      {"name": "Loyalty", "enabled": true, "jsonSchema": {
        "$schema": "http://json-schema.org/draft-04/schema#", "title": "Loyalty",
        "description": "What we know beside the usual", "type": "object", "required": [],
        "additionalProperties": false,
        "properties": {
          "shirt_text": {"allOf": [{"$ref": "#/definitions/text"}], "title": "Shirt", "minLength": 1, "maxLength": 10},
          "story_longtext": {"allOf": [{"$ref": "#/definitions/longtext"}], "title": "Story", "description": "How we met",
                             "minLength": 2, "maxLength": 500},
          "site_url": {"allOf": [{"$ref": "#/definitions/url"}], "title": "Site", "minLength": 0, "maxLength": 60},
          "card_identifier": {"allOf": [{"$ref": "#/definitions/identifier"}], "title": "Card", "minLength": 3,
                              "maxLength": 20},
          "tier_enum": {"allOf": [{"$ref": "#/definitions/enum"}], "title": "Tier", "enum": ["gold", "silver", "tin"],
                        "_enumProperties": {"gold": {"title": "Gold", "_disabled": false},
                                            "tin": {"title": "Tin", "_disabled": true}}},
          "likes_tag": {"allOf": [{"$ref": "#/definitions/tag"}], "title": "Likes",
                        "items": {"minLength": 2, "maxLength": 20}, "minItems": 1, "maxItems": 3, "uniqueItems": true},
          "visits_integer": {"allOf": [{"$ref": "#/definitions/integer"}], "title": "Visits", "minimum": 0,
                             "maximum": 1000},
          "rate_number": {"allOf": [{"$ref": "#/definitions/number"}], "title": "Rate", "minimum": -1.5,
                          "maximum": 1.5},
          "since_date": {"allOf": [{"$ref": "#/definitions/date"}], "title": "Since"},
          "seen_datetime": {"allOf": [{"$ref": "#/definitions/datetime"}], "title": "Seen"},
          "vip_checkbox": {"allOf": [{"$ref": "#/definitions/checkbox"}], "title": "VIP"}}}}
      """;

  private static final String PATCH =
      """
      {"changes": [{"field": "$.address.city", "action": "Update", "value": "Vitoria"}]}
      """;

  private static final String NOTE_PATCH =
      """
      {"changes": [{"field": "$.noteText", "action": "Update", "value": "Calls in the morning"}]}
      """;

  private static final String NOTE = "{\"noteText\": \"Prefers to be called in the morning\"}";

  private static final String BULK_NOTE =
      """
      {"id": "019ab0f6-7c00-7000-8000-000000000004", "entityId": "019ab0f6-7c00-7000-8000-000000000005",
       "entityType": "contact", "noteText": "Prefers to be called in the morning"}
      """;

  private static final String RELATIONSHIP =
      """
      {"user": {"id": "019ab0f6-7c00-7000-8000-000000000002"},
       "externalOrganization": {"id": "019ab0f6-7c00-7000-8000-000000000003"}, "relationship": "Account manager"}
      """;

  private static final String RELATIONSHIP_PATCH =
      """
      {"changes": [{"field": "$.relationship", "action": "Update", "value": "Sponsor"}]}
      """;

  /// An external source with every writable field of the wire.
  public static final String EXTERNAL_SOURCE =
      """
      {"name": "Salesforce", "active": true,
       "linkConfiguration": {"uriTemplate": "https://crm.example/people/{{externalId.value}}?tab=calls"}}
      """;

  private static final String ID = "{\"id\": \"019ab0f6-7c00-7000-8000-000000000001\"}";

  private static final String NOBODY = "\"019ab0f6-7c00-7000-8000-000000000001\"";

  private static final String IMPORT_SETTINGS =
      """
      {"name": "People", "matchingCriteria": ["Email", "Phone"], "mergeContacts": false, "externalSourceId": %s,
       "importFields": [{"name": "firstName", "included": true}]}
      """
          .formatted(NOBODY);

  private static final String CSV_SETTINGS =
      """
      {"mappings": [{"sourceField": "Name", "targetField": "$.lastName"}]}
      """;

  private static final String ENRICH =
      """
      {"id": "t-1", "division": {"id": "*"}, "action": "Upsert",
       "matchingIdentifiers": [{"type": "Cookie", "value": "c-1"}, {"type": "Email", "value": "ana@ruiz.example"}],
       "contact": {"firstName": "Ana", "lastName": "Ruiz", "workPhone": {"display": "+34 944 23 45 67"}},
       "fieldRules": {"defaultAction": "PreferProvided", "defaultArrayAction": "Fill",
                      "rules": [{"field": "$.address.city", "action": "PreferExisting", "arrayAction": "Extend"}]},
       "options": {"promote": true}}
      """;

  private static final String ENRICH_ORGANIZATION =
      """
      {"id": "t-1", "division": {"id": "*"}, "action": "Upsert",
       "matchingIdentifiers": [{"type": "ExternalId", "value": "7",
                                "externalSource": {"id": "019ab0f6-7c00-7000-8000-000000000001"}}],
       "externalOrganization": {"name": "Ruiz y Hermanos"}, "fieldRules": {"defaultAction": "PreferExisting"}}
      """;

  private static final String SEARCH =
      """
      {"pageNumber": 1, "pageSize": 20, "divisionIds": ["*"], "expand": ["identifiers"],
       "operation": {"simpleSearch": {"query": "ruiz", "sortOrder": ["lastName:asc"],
                                      "ids": ["019ab0f6-7c00-7000-8000-000000000001"]}}}
      """;

  private static final String CLAIM =
      """
      {"operation": "Claim", "identifier": {"type": "Cookie", "value": "c-1"}}
      """;

  private static final String ROLE =
      """
      {"name": "Reader", "description": "Looks", "permissions": ["externalContacts:contact:view"],
       "permissionPolicies": [{"domain": "externalContacts", "entityName": "externalOrganization", "actionSet": ["view"]}]}
      """;

  private static final String CLIENT =
      """
      {"name": "Dialler", "description": "Dials", "authorizedGrantType": "CODE", "accessTokenValiditySeconds": 3600,
       "registeredRedirectUri": ["https://dialler.example/back"], "scope": ["external-contacts"], "state": "active"}
      """;

  private static final String GRANTS =
      """
      {"grants": [{"roleId": "019ab0f6-7c00-7000-8000-000000000001", "divisionId": "*"}]}
      """;

  private static final String LIST = "{\"entities\": [%s]}";

  /// By the end of the path, and where it matters with the method before it.
  private static final Map<String, String> BY_END =
      Map.ofEntries(
          Map.entry("POST /contacts", CONTACT),
          Map.entry("PUT /contacts/{contactId}", CONTACT),
          Map.entry("PATCH /contacts/{contactId}", PATCH),
          Map.entry("POST /organizations", ORGANIZATION),
          Map.entry("PUT /organizations/{externalOrganizationId}", ORGANIZATION),
          Map.entry("PATCH /organizations/{externalOrganizationId}", PATCH),
          Map.entry("POST /schemas", SCHEMA),
          Map.entry("PUT /schemas/{schemaId}", SCHEMA),
          Map.entry("POST /notes", NOTE),
          Map.entry("PUT /notes/{noteId}", NOTE),
          Map.entry("PATCH /notes/{noteId}", NOTE_PATCH),
          Map.entry(
              "PUT /externalcontacts/settings", "{\"manuallyAssignDivisionsToContacts\": true}"),
          Map.entry("POST /bulk/notes", LIST.formatted(ID)),
          Map.entry("POST /bulk/notes/add", LIST.formatted(BULK_NOTE)),
          Map.entry("POST /bulk/notes/update", LIST.formatted(BULK_NOTE)),
          Map.entry("POST /bulk/notes/remove", LIST.formatted(ID)),
          Map.entry("POST /bulk/contacts/divisionviews", LIST.formatted(ID)),
          Map.entry("POST /bulk/organizations/divisionviews", LIST.formatted(ID)),
          Map.entry("POST /relationships", RELATIONSHIP),
          Map.entry("PUT /relationships/{relationshipId}", RELATIONSHIP),
          Map.entry("PATCH /relationships/{relationshipId}", RELATIONSHIP_PATCH),
          Map.entry("POST /bulk/relationships", LIST.formatted(ID)),
          Map.entry("POST /bulk/relationships/add", LIST.formatted(RELATIONSHIP)),
          Map.entry("POST /bulk/relationships/update", LIST.formatted(RELATIONSHIP)),
          Map.entry("POST /bulk/relationships/remove", LIST.formatted(ID)),
          Map.entry("POST /bulk/contacts", LIST.formatted(ID)),
          Map.entry("POST /bulk/contacts/add", LIST.formatted(CONTACT)),
          Map.entry("POST /bulk/contacts/update", LIST.formatted(CONTACT)),
          Map.entry("POST /bulk/contacts/remove", LIST.formatted(ID)),
          Map.entry("POST /bulk/contacts/unresolved", LIST.formatted(ID)),
          Map.entry(
              "POST /contacts/merge",
              "{\"contactIds\": [\"019ab0f6-7c00-7000-8000-000000000001\", \"019ab0f6-7c00-7000-8000-000000000002\"], \"valueOverride\": "
                  + CONTACT
                  + "}"),
          Map.entry(
              "POST /merge/contacts",
              "{\"sourceContactId\": \"019ab0f6-7c00-7000-8000-000000000001\", \"targetContactId\": \"019ab0f6-7c00-7000-8000-000000000002\"}"),
          Map.entry("POST /unmerge", "{\"version\": 1, \"discardChanges\": true}"),
          Map.entry("POST /bulk/organizations", LIST.formatted(ID)),
          Map.entry("POST /bulk/organizations/add", LIST.formatted(ORGANIZATION)),
          Map.entry("POST /bulk/organizations/update", LIST.formatted(ORGANIZATION)),
          Map.entry("POST /bulk/organizations/remove", LIST.formatted(ID)),
          Map.entry(
              "POST /exports",
              """
              {"queryConditions": {"limit": 10, "filters": {"and": [
                {"gte": {"field": "CreateDate", "value": "2026-01-31T08:00:00.000Z"}},
                {"not": {"in": {"field": "DivisionId", "values": ["*"]}}}]}}}
              """),
          Map.entry("POST /csv/uploads", "{\"fileName\": \"people.csv\", \"fileSize\": 12}"),
          Map.entry("POST /import/settings", IMPORT_SETTINGS),
          Map.entry("PUT /import/settings/{settingsId}", IMPORT_SETTINGS),
          Map.entry("POST /csv/settings", CSV_SETTINGS),
          Map.entry("PUT /csv/settings/{settingsId}", CSV_SETTINGS),
          Map.entry(
              "POST /csv/jobs", "{\"uploadId\": %s, \"settingsId\": %s}".formatted(NOBODY, NOBODY)),
          Map.entry("POST /import/jobs", "{\"settingsId\": %s}".formatted(NOBODY)),
          Map.entry("PUT /import/jobs/{jobId}", "{\"status\": \"Cancel\"}"),
          Map.entry("POST /externalsources", EXTERNAL_SOURCE),
          Map.entry("PUT /externalsources/{externalSourceId}", EXTERNAL_SOURCE),
          Map.entry("POST /contacts/search", SEARCH),
          Map.entry("POST /contacts/enrich", ENRICH),
          Map.entry("POST /bulk/contacts/enrich", LIST.formatted(ENRICH)),
          Map.entry("POST /organizations/enrich", ENRICH_ORGANIZATION),
          Map.entry("POST /bulk/organizations/enrich", LIST.formatted(ENRICH_ORGANIZATION)),
          Map.entry("PATCH /contacts/{contactId}/identifiers", CLAIM),
          Map.entry(
              "PATCH /organizations/{externalOrganizationId}/identifiers",
              CLAIM.replace("\"Cookie\", ", "\"ExternalId\", \"externalSource\": " + ID + ", ")),
          Map.entry(
              "POST /authorization/divisions", "{\"name\": \"North\", \"description\": \"Up\"}"),
          Map.entry(
              "PUT /divisions/{divisionId}", "{\"name\": \"North\", \"description\": \"Up\"}"),
          Map.entry("POST /authorization/roles", ROLE),
          Map.entry("PUT /roles/{roleId}", ROLE),
          Map.entry("PATCH /roles/{roleId}", ROLE),
          Map.entry(
              "POST /authorization/roles/{roleId}",
              "{\"subjectIds\": [\"019ab0f6-7c00-7000-8000-000000000001\"], \"divisionIds\":"
                  + " [\"*\"]}"),
          Map.entry("POST /{subjectId}/bulkadd", GRANTS),
          Map.entry("POST /{subjectId}/bulkremove", GRANTS),
          Map.entry("POST /{subjectId}/bulkreplace", GRANTS),
          Map.entry("POST /oauth/clients", CLIENT),
          Map.entry("PUT /oauth/clients/{clientId}", CLIENT),
          Map.entry(
              "PUT /tokens/timeout",
              "{\"enableIdleTokenTimeout\": true, \"idleTokenTimeoutSeconds\": 3600}"),
          Map.entry(
              "PUT /api/v2/organizations/me",
              "{\"name\": \"Ours\", \"defaultCountryCode\": \"ES\", \"version\": 1}"),
          Map.entry("POST /identifierlookup", "{\"type\": \"Phone\", \"value\": \"+34944234567\"}"),
          Map.entry(
              "POST /identifierlookup/contacts",
              "{\"type\": \"Email\", \"value\": \"ines@etxeberria.example\"}"),
          Map.entry(
              "POST /identifierlookup/organizations",
              "{\"type\": \"ExternalId\", \"value\": \"7\", \"externalSource\": " + ID + "}"));

  private Samples() {}

  /// A record's body with custom fields. @param values of the schema's fields, as JSON
  public static String following(String record, String schema, String values) {
    return record.strip().replaceFirst("}$", "")
        + ", \"schema\": {\"id\": \"%s\", \"version\": 1}, \"customFields\": %s}"
            .formatted(schema, values);
  }

  /// @return nothing for an operation without a body; an empty object where none is known here
  public static String bodyFor(Route route) {
    if (route.method().equals("GET") || route.method().equals("DELETE")) {
      return "";
    }
    return BY_END.entrySet().stream()
        .filter(sample -> (route.method() + " " + route.path()).startsWith(verb(sample.getKey())))
        .filter(sample -> route.path().endsWith(sample.getKey().replaceFirst("^\\S+ ", "")))
        // The longest end that fits: `/bulk/contacts` before `/contacts`.
        .max(java.util.Comparator.comparingInt(sample -> sample.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("{}");
  }

  private static String verb(String key) {
    return key.substring(0, key.indexOf(' ') + 1);
  }
}
