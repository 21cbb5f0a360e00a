package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that keeps all rules of a single write: what it says about a contact. Empty cells say
/// nothing.
///
/// @param details a contact made of this row alone
/// @param phoneSlots for each of its phones which number of that label it is, from 0, and whether
///   the file says yes, no or nothing about SMS
/// @param emailSlots for each of its e-mails which one of that label it is, from 0
/// @param surveyOptOut null where the row says nothing
/// @param organization name of the external organization; null where the row says nothing
/// @param division where it belongs; null where the row says nothing
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RowDraft(
    long row,
    long line,
    ContactDetails details,
    List<PhoneSlot> phoneSlots,
    List<Integer> emailSlots,
    @Nullable Boolean surveyOptOut,
    @Nullable String organization,
    @Nullable UUID division) {

  RowDraft {
    phoneSlots = Objects.requireNonNullElse(phoneSlots, List.of());
    emailSlots = Objects.requireNonNullElse(emailSlots, List.of());
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PhoneSlot(int nth, @Nullable Boolean acceptsSms) {}

  /// Whether first or last name is missing: it may correct a contact and cannot become one.
  @JsonIgnore
  boolean isNameless() {
    return details.firstName() == null || details.lastName() == null;
  }

  @JsonIgnore
  @Nullable String externalId() {
    return details.externalIds().isEmpty() ? null : details.externalIds().getFirst().value();
  }

  /// The keys of its e-mails, each once.
  List<String> emailKeys() {
    return details.emails().stream().map(ContactEmail::key).distinct().toList();
  }

  /// The look-up keys of its phones, each once. Short numbers mean somebody else in every company,
  /// so nobody is recognised by them.
  List<String> phoneKeys() {
    return details.phones().stream()
        .map(phone -> phone.number().lookupKey())
        .filter(Objects::nonNull)
        .filter(key -> !key.startsWith("short:"))
        .distinct()
        .toList();
  }
}
