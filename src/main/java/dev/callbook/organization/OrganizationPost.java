package dev.callbook.organization;

import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneNumber;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The fields of the form as they were typed, or as they would have to be typed for what is saved.
/// Empty for nothing.
///
/// @param division a wire id; of a new organization only
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
    String division) {

  static OrganizationPost blank() {
    return new OrganizationPost("", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
  }

  static OrganizationPost of(MultivaluedMap<String, String> sent) {
    return new OrganizationPost(
        text(sent.getFirst("name")),
        text(sent.getFirst("industry")),
        text(sent.getFirst("employeeCount")),
        text(sent.getFirst("phoneNumber")),
        text(sent.getFirst("faxNumber")),
        text(sent.getFirst("websites")),
        text(sent.getFirst("tags")),
        text(sent.getFirst("address1")),
        text(sent.getFirst("address2")),
        text(sent.getFirst("postalCode")),
        text(sent.getFirst("city")),
        text(sent.getFirst("state")),
        text(sent.getFirst("countryCode")),
        text(sent.getFirst("externalSystemUrl")),
        text(sent.getFirst("division")));
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
        "");
  }

  private static String typed(@Nullable PhoneNumber number) {
    return number == null ? "" : number.userInput();
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
