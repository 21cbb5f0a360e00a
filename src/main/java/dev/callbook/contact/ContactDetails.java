package dev.callbook.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.SchemaRef;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything about a contact that its owner can change. Texts are tidy: no blanks around, null for
/// nothing.
///
/// @param phones any number, in the owner's order
/// @param emails any number, in the owner's order
/// @param organization the external organization the person belongs to
/// @param surveyOptOut whether no survey may be sent to them, by whatever method
/// @param externalSystemUrl their record in a system of the company's own
/// @param customFields values by field key
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContactDetails(
    @Nullable String firstName,
    @Nullable String middleName,
    @Nullable String lastName,
    @Nullable String salutation,
    @Nullable String title,
    List<ContactPhone> phones,
    List<ContactEmail> emails,
    @Nullable Address address,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Handles.Absent.class)
        Handles handles,
    @Nullable UUID organization,
    boolean surveyOptOut,
    @Nullable String externalSystemUrl,
    List<ExternalId> externalIds,
    @Nullable SchemaRef schema,
    @Nullable ObjectNode customFields) {
  public ContactDetails {
    // Absent in stored JSON where there is nothing.
    phones = Objects.requireNonNullElse(phones, List.of());
    emails = Objects.requireNonNullElse(emails, List.of());
    handles = Objects.requireNonNullElse(handles, Handles.NONE);
    externalIds = Objects.requireNonNullElse(externalIds, List.of());
  }

  /// First and last name, whichever there are; empty for neither.
  public String fullName() {
    return Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }

  /// The same details with other ids in other systems.
  public ContactDetails withExternalIds(List<ExternalId> changed) {
    return new ContactDetails(
        firstName,
        middleName,
        lastName,
        salutation,
        title,
        phones,
        emails,
        address,
        handles,
        organization,
        surveyOptOut,
        externalSystemUrl,
        changed,
        schema,
        customFields);
  }

  /// The custom fields with what they follow.
  public CustomValues custom() {
    return new CustomValues(schema, customFields);
  }

  /// The same details with other numbers.
  public ContactDetails withPhones(List<ContactPhone> changed) {
    return new ContactDetails(
        firstName,
        middleName,
        lastName,
        salutation,
        title,
        changed,
        emails,
        address,
        handles,
        organization,
        surveyOptOut,
        externalSystemUrl,
        externalIds,
        schema,
        customFields);
  }

  /// The same details at another organization.
  public ContactDetails withOrganization(@Nullable UUID changed) {
    return new ContactDetails(
        firstName,
        middleName,
        lastName,
        salutation,
        title,
        phones,
        emails,
        address,
        handles,
        changed,
        surveyOptOut,
        externalSystemUrl,
        externalIds,
        schema,
        customFields);
  }

  /// The same details with SMS switched off for every number.
  public ContactDetails withoutSms() {
    return withPhones(
        phones.stream()
            .map(phone -> new ContactPhone(phone.label(), phone.number().acceptingSms(false)))
            .toList());
  }

  /// The same details with no surveys allowed.
  public ContactDetails withoutSurveys() {
    return new ContactDetails(
        firstName,
        middleName,
        lastName,
        salutation,
        title,
        phones,
        emails,
        address,
        handles,
        organization,
        true,
        externalSystemUrl,
        externalIds,
        schema,
        customFields);
  }
}
