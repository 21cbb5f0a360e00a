package dev.callbook.organization;

import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneNumber;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The fields of the form as they were typed, or as they would have to be typed for what is saved.
/// Empty for nothing.
///
/// @param division a wire id; of a new organization only
/// @param custom the custom fields
record OrganizationPost(
    String name,
    String industry,
    String employeeCount,
    String phoneNumber,
    String faxNumber,
    String websites,
    String tags,
    String address1,
    String address2,
    String postalCode,
    String city,
    String state,
    String countryCode,
    String externalSystemUrl,
    String division,
    CustomFieldPost custom) {

  static OrganizationPost blank() {
    return of(_ -> "", CustomFieldPost.NONE);
  }

  static OrganizationPost of(MultivaluedMap<String, String> sent) {
    return of(field -> text(sent.getFirst(field)), CustomFieldPost.of(sent));
  }

  private static OrganizationPost of(UnaryOperator<String> value, CustomFieldPost custom) {
    return new OrganizationPost(
        value.apply("name"),
        value.apply("industry"),
        value.apply("employeeCount"),
        value.apply("phoneNumber"),
        value.apply("faxNumber"),
        value.apply("websites"),
        value.apply("tags"),
        value.apply("address1"),
        value.apply("address2"),
        value.apply("postalCode"),
        value.apply("city"),
        value.apply("state"),
        value.apply("countryCode"),
        value.apply("externalSystemUrl"),
        value.apply("division"),
        custom);
  }

  /// What was typed into the fields of an organization that exists, in the order of the form.
  SequencedMap<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    fields.put("industry", industry);
    fields.put("employeeCount", employeeCount);
    fields.put("phoneNumber", phoneNumber);
    fields.put("faxNumber", faxNumber);
    fields.put("websites", websites);
    fields.put("tags", tags);
    fields.put("address1", address1);
    fields.put("address2", address2);
    fields.put("postalCode", postalCode);
    fields.put("city", city);
    fields.put("state", state);
    fields.put("countryCode", countryCode);
    fields.put("externalSystemUrl", externalSystemUrl);
    return fields;
  }

  /// The same, with the fields that the person chose to take from what is saved.
  OrganizationPost taking(MultivaluedMap<String, String> sent, OrganizationPost saved) {
    var mine = fields();
    var theirs = saved.fields();
    return of(
        field -> {
          boolean takesSaved = "saved".equals(sent.getFirst("take-" + field));
          return (takesSaved ? theirs : mine).getOrDefault(field, "");
        },
        custom);
  }

  static OrganizationPost of(OrganizationDetails saved) {
    Address address =
        Objects.requireNonNullElseGet(
            saved.address(), () -> new Address(null, null, null, null, null, null));
    return new OrganizationPost(
        saved.name(),
        text(saved.industry()),
        saved.employeeCount() == null ? "" : saved.employeeCount().toString(),
        typed(saved.phoneNumber()),
        typed(saved.faxNumber()),
        String.join("\n", saved.websites()),
        String.join("\n", saved.tags()),
        text(address.address1()),
        text(address.address2()),
        text(address.postalCode()),
        text(address.city()),
        text(address.state()),
        text(address.countryCode()),
        text(saved.externalSystemUrl()),
        "",
        CustomFieldPost.NONE);
  }

  private static String typed(@Nullable PhoneNumber number) {
    return number == null ? "" : number.userInput();
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
