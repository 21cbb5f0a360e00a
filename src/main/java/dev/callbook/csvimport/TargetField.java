package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the public API lets a column go: a path in a contact's JSON, such as `$.firstName`,
/// `$.workPhone.display`, `$.externalOrganization.name` or `$.customFields.tier_enum`. The leading
/// `$.` may be left out.
///
/// @param customField its key; blank for other fields
record TargetField(ImportField field, String customField) {
  private static final Map<String, ImportField> PATHS = paths();
  private static final String CUSTOM = "customFields.";
  private static final String OF_ORGANIZATION = "externalOrganization.";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /// @return empty if no column can go there
  static Optional<TargetField> of(String path) {
    String bare = bare(path);
    if (bare.startsWith(CUSTOM)) {
      return custom(ImportField.CUSTOM_FIELD, bare.substring(CUSTOM.length()));
    }
    if (bare.startsWith(OF_ORGANIZATION + CUSTOM)) {
      return custom(
          ImportField.ORGANIZATION_CUSTOM_FIELD,
          bare.substring(OF_ORGANIZATION.length() + CUSTOM.length()));
    }
    return Optional.ofNullable(PATHS.get(bare)).map(field -> new TargetField(field, ""));
  }

  private static Optional<TargetField> custom(ImportField field, String key) {
    return KEY.matcher(key).matches() ? Optional.of(new TargetField(field, key)) : Optional.empty();
  }

  /// A path to a field; empty where no path leads to it.
  ///
  /// @param customField the key, where it is a custom field
  static String path(ImportField field, String customField) {
    return switch (field) {
      case CUSTOM_FIELD -> "$." + CUSTOM + customField;
      case ORGANIZATION_CUSTOM_FIELD -> "$." + OF_ORGANIZATION + CUSTOM + customField;
      default ->
          PATHS.entrySet().stream()
              .filter(path -> path.getValue() == field)
              .findFirst()
              .map(path -> "$." + path.getKey())
              .orElse("");
    };
  }

  /// The paths there are.
  static List<String> known() {
    List<String> known = new ArrayList<>();
    PATHS.keySet().forEach(path -> known.add("$." + path));
    known.add("$." + CUSTOM + "<key>");
    known.add("$." + OF_ORGANIZATION + CUSTOM + "<key>");
    return known;
  }

  /// Whether a name stands for a field or for something that has fields: `address`, `firstName`.
  static boolean isKnown(String name) {
    String bare = bare(name);
    return bare.equals("customFields")
        || bare.equals(OF_ORGANIZATION + "customFields")
        || of(bare).isPresent()
        || PATHS.keySet().stream().anyMatch(path -> isWithin(path, bare));
  }

  /// Whether a path is what a name stands for, or lies within it.
  static boolean isWithin(String path, String name) {
    String whole = bare(name);
    String part = bare(path);
    return part.equals(whole) || part.startsWith(whole + ".") || part.startsWith(whole + "[");
  }

  private static String bare(String path) {
    String tidy = path.strip();
    return tidy.startsWith("$.") ? tidy.substring(2) : tidy;
  }

  private static Map<String, ImportField> paths() {
    Map<String, ImportField> paths = new LinkedHashMap<>();
    paths.put("externalId", ImportField.EXTERNAL_ID);
    paths.put("externalIds", ImportField.EXTERNAL_ID);
    paths.put("externalIds[0].value", ImportField.EXTERNAL_ID);
    paths.put("firstName", ImportField.FIRST_NAME);
    paths.put("fullName", ImportField.FULL_NAME);
    paths.put("middleName", ImportField.MIDDLE_NAME);
    paths.put("lastName", ImportField.LAST_NAME);
    paths.put("salutation", ImportField.SALUTATION);
    paths.put("title", ImportField.TITLE);
    paths.put("externalOrganization.name", ImportField.ORGANIZATION_NAME);
    for (String label : List.of("work", "cell", "home", "other")) {
      String field = label.toUpperCase(java.util.Locale.ROOT) + "_PHONE";
      paths.put(label + "Phone", ImportField.valueOf(field));
      paths.put(label + "Phone.display", ImportField.valueOf(field));
      paths.put(label + "Phone.e164", ImportField.valueOf(field));
      paths.put(label + "Phone.userInput", ImportField.valueOf(field));
      paths.put(label + "Phone.extension", ImportField.valueOf(field + "_EXTENSION"));
      paths.put(label + "Phone.acceptsSMS", ImportField.valueOf(field + "_SMS"));
    }
    paths.put("workEmail", ImportField.WORK_EMAIL);
    paths.put("personalEmail", ImportField.PERSONAL_EMAIL);
    paths.put("otherEmail", ImportField.OTHER_EMAIL);
    paths.put("address.address1", ImportField.ADDRESS_1);
    paths.put("address.address2", ImportField.ADDRESS_2);
    paths.put("address.city", ImportField.CITY);
    paths.put("address.state", ImportField.STATE);
    paths.put("address.postalCode", ImportField.POSTAL_CODE);
    paths.put("address.countryCode", ImportField.COUNTRY_CODE);
    paths.put("whatsAppId.phoneNumber.display", ImportField.WHATSAPP);
    paths.put("whatsAppId.phoneNumber.e164", ImportField.WHATSAPP);
    paths.put("twitterId.screenName", ImportField.X_HANDLE);
    paths.put("facebookId.ids[0].scopedId", ImportField.FACEBOOK);
    paths.put("lineId.ids[0].userId", ImportField.LINE);
    paths.put("instagramId.handle", ImportField.INSTAGRAM);
    addOrganization(paths);
    paths.put("surveyOptOut", ImportField.SURVEY_OPT_OUT);
    paths.put("externalSystemUrl", ImportField.EXTERNAL_SYSTEM_URL);
    paths.put("division.name", ImportField.DIVISION);
    paths.put("division.id", ImportField.DIVISION);
    return paths;
  }

  private static void addOrganization(Map<String, ImportField> paths) {
    Map<String, ImportField> fields = new LinkedHashMap<>();
    fields.put("externalIds", ImportField.ORGANIZATION_ID);
    fields.put("externalIds[0].value", ImportField.ORGANIZATION_ID);
    fields.put("companyType", ImportField.ORGANIZATION_TYPE);
    fields.put("industry", ImportField.ORGANIZATION_INDUSTRY);
    fields.put("phoneNumber", ImportField.ORGANIZATION_PHONE);
    fields.put("phoneNumber.display", ImportField.ORGANIZATION_PHONE);
    fields.put("faxNumber", ImportField.ORGANIZATION_FAX);
    fields.put("faxNumber.display", ImportField.ORGANIZATION_FAX);
    fields.put("websites", ImportField.ORGANIZATION_WEBSITE);
    fields.put("address.address1", ImportField.ORGANIZATION_ADDRESS_1);
    fields.put("address.address2", ImportField.ORGANIZATION_ADDRESS_2);
    fields.put("address.city", ImportField.ORGANIZATION_CITY);
    fields.put("address.state", ImportField.ORGANIZATION_STATE);
    fields.put("address.postalCode", ImportField.ORGANIZATION_POSTAL_CODE);
    fields.put("address.countryCode", ImportField.ORGANIZATION_COUNTRY_CODE);
    fields.put("employeeCount", ImportField.ORGANIZATION_EMPLOYEES);
    fields.put("revenue", ImportField.ORGANIZATION_REVENUE);
    fields.put("tags", ImportField.ORGANIZATION_TAGS);
    fields.put("tickers[0].symbol", ImportField.ORGANIZATION_TICKER);
    fields.put("tickers[0].exchange", ImportField.ORGANIZATION_EXCHANGE);
    fields.put("twitterId.screenName", ImportField.ORGANIZATION_X_HANDLE);
    fields.put("externalSystemUrl", ImportField.ORGANIZATION_URL);
    fields.forEach((path, field) -> paths.put(OF_ORGANIZATION + path, field));
  }
}
