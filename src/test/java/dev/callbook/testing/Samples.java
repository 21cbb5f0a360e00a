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
       "surveyOptOut": true, "externalSystemUrl": "https://crm.example/people/7",
       "schema": {"id": "019ab0f6-7c00-7000-8000-0000000000aa", "version": 2},
       "customFields": {"shirt_text": "M", "visits_integer": 3, "likes_tag": ["tea"]}}
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
       "externalSystemUrl": "https://crm.example/orgs/7",
       "schema": {"id": "019ab0f6-7c00-7000-8000-0000000000bb", "version": 1},
       "customFields": {"tier_enum": "gold"}}
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

  private static final String ID = "{\"id\": \"019ab0f6-7c00-7000-8000-000000000001\"}";

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
          Map.entry("POST /notes", NOTE),
          Map.entry("PUT /notes/{noteId}", NOTE),
          Map.entry("PATCH /notes/{noteId}", NOTE_PATCH),
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
          Map.entry("POST /identifierlookup", "{\"type\": \"Phone\", \"value\": \"+34944234567\"}"),
          Map.entry(
              "POST /identifierlookup/contacts",
              "{\"type\": \"Email\", \"value\": \"ines@etxeberria.example\"}"),
          Map.entry(
              "POST /identifierlookup/organizations",
              "{\"type\": \"ExternalId\", \"value\": \"7\", \"externalSource\": " + ID + "}"));

  private Samples() {}

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
