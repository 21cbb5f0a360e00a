package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldForms;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.References.SchemaJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an organization from its form, by the same rules as from JSON.
@ApplicationScoped
class OrganizationFormReader {
  /// A whole number, its thousands parted by a blank, point, comma or apostrophe where they are.
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,15}|\\d{1,3}(?:[\\s\\u00a0\\u202f.,'’]\\d{3}){1,4}");

  private final OrganizationReader reader;
  private final CustomFieldForms customFields;

  OrganizationFormReader(OrganizationReader reader, CustomFieldForms customFields) {
    this.reader = reader;
    this.customFields = customFields;
  }

  /// A new organization's details.
  ///
  /// @param region for numbers without a country code
  /// @throws dev.callbook.wire.Refusal.Invalid with every field that breaks its rule
  OrganizationDetails read(Scope scope, OrganizationPost post, String region) {
    CustomValues custom =
        customFields.read(scope, SchemaKind.ORGANIZATION, CustomValues.NONE, post.custom(), true);
    return reader.read(scope, json(post, custom), null, region);
  }

  /// As [#read]; what the form does not show stays as it was.
  OrganizationDetails read(
      Scope scope, OrganizationPost post, OrganizationDetails kept, String region) {
    CustomValues custom =
        customFields.read(scope, SchemaKind.ORGANIZATION, kept.custom(), post.custom(), false);
    OrganizationDetails typed = reader.read(scope, json(post, custom), kept, region);
    return new OrganizationDetails(
        typed.name(),
        kept.companyType(),
        typed.industry(),
        typed.address(),
        number(typed.phoneNumber(), kept.phoneNumber()),
        number(typed.faxNumber(), kept.faxNumber()),
        typed.employeeCount(),
        kept.revenue(),
        typed.tags(),
        typed.websites(),
        kept.tickers(),
        kept.twitter(),
        typed.externalSystemUrl(),
        kept.externalIds(),
        typed.schema(),
        typed.customFields());
  }

  /// A number that was not touched keeps its extension, its region and its consent to SMS; another
  /// one never inherits them.
  private static @Nullable PhoneNumber number(
      @Nullable PhoneNumber typed, @Nullable PhoneNumber kept) {
    return typed != null && kept != null && typed.userInput().equals(kept.userInput())
        ? kept
        : typed;
  }

  private static OrganizationJson json(OrganizationPost post, CustomValues custom) {
    return new OrganizationJson(
        null,
        post.name(),
        null,
        null,
        post.industry(),
        new Address(
            post.address1(),
            post.address2(),
            post.city(),
            post.state(),
            post.postalCode(),
            post.countryCode()),
        phone(post.phoneNumber()),
        phone(post.faxNumber()),
        count(post.employeeCount().strip()),
        null,
        lines(post.tags()),
        lines(post.websites()),
        null,
        null,
        post.externalSystemUrl(),
        null,
        null,
        null,
        SchemaJson.of(custom.schema()),
        custom.values(),
        null,
        null,
        null,
        null,
        null);
  }

  private static PhoneJson phone(String typed) {
    return new PhoneJson(null, typed, null, null, null, null, null, null);
  }

  private static @Nullable Long count(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    // What is no number becomes one that the rule for counts refuses, so there is one refusal.
    return NUMBER.matcher(typed).matches() ? Long.valueOf(typed.replaceAll("\\D", "")) : -1L;
  }

  private static List<String> lines(String typed) {
    return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
